# Medians of what lines "name requests/s p50 p99 cpu" say, one line for each round of each subject.

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
