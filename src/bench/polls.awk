# Writes the medians between and during polls as a Markdown table, and the ratio of the second to the first. Needs
# medians.awk.

END {
    print "| | requests/s | p50 ms | p99 ms | CPU us/request |"
    print "|---|---:|---:|---:|---:|"
    row("between polls", "between")
    row("during polls", "during")
    printf "| during : between | %.2f | %.2f | %.2f | %.2f |\n", \
        ratio("during", "between", 2), ratio("during", "between", 3), ratio("during", "between", 4), \
        ratio("during", "between", 5)
}
