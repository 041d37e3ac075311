# Reads lines "name requests/s p50 p99 cpu", one for each round of each subject, times in microseconds; writes the
# medians as a Markdown table, and the gateway's ratios to nginx, each ratio the median of the rounds' own.

{
    count[$1]++
    for (column = 2; column <= NF; column++) {
        value[$1, column, count[$1]] = $column
    }
}

function median(numbers, n,    i, j, swap) {
    for (i = 2; i <= n; i++) {
        for (j = i; j > 1 && numbers[j] < numbers[j - 1]; j--) {
            swap = numbers[j]
            numbers[j] = numbers[j - 1]
            numbers[j - 1] = swap
        }
    }
    return n % 2 ? numbers[(n + 1) / 2] : (numbers[n / 2] + numbers[n / 2 + 1]) / 2
}

function of(name, column,    i, numbers) {
    for (i = 1; i <= count[name]; i++) {
        numbers[i] = value[name, column, i]
    }
    return median(numbers, count[name])
}

function ratio(name, other, column,    i, numbers) {
    for (i = 1; i <= count[name]; i++) {
        numbers[i] = value[name, column, i] / value[other, column, i]
    }
    return median(numbers, count[name])
}

function row(label, name,    cpu) {
    cpu = name == "none" ? "-" : sprintf("%.1f", of(name, 5))
    printf "| %s | %.0f | %.2f | %.2f | %s |\n", label, of(name, 2), of(name, 3) / 1000, of(name, 4) / 1000, cpu
}

END {
    print "| | requests/s | p50 ms | p99 ms | CPU us/request |"
    print "|---|---:|---:|---:|---:|"
    row("no proxy", "none")
    row("nginx proxy_pass", "nginx")
    row("gateway", "gateway")
    printf "| gateway : nginx | %.2f | %.2f | %.2f | %.2f |\n", \
        ratio("gateway", "nginx", 2), ratio("gateway", "nginx", 3), ratio("gateway", "nginx", 4), \
        ratio("gateway", "nginx", 5)
}
