# Writes the medians of two gateways as a Markdown table, and the ratio of the second to the first. Needs medians.awk.

END {
    print "| | requests/s | p50 ms | p99 ms | CPU us/request |"
    print "|---|---:|---:|---:|---:|"
    row("10 aliases", "few")
    row("100,000 aliases", "many")
    printf "| 100,000 : 10 | %.2f | %.2f | %.2f | %.2f |\n", \
        ratio("many", "few", 2), ratio("many", "few", 3), ratio("many", "few", 4), ratio("many", "few", 5)
}
