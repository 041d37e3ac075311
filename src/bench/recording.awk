# Writes the medians with and without recording calls as a Markdown table, and the ratio of the first to the second.
# Needs medians.awk.

END {
    print "| | requests/s | p50 ms | p99 ms | CPU us/request |"
    print "|---|---:|---:|---:|---:|"
    row("calls recorded", "with")
    row("not recorded", "without")
    printf "| recorded : not | %.2f | %.2f | %.2f | %.2f |\n", \
        ratio("with", "without", 2), ratio("with", "without", 3), ratio("with", "without", 4), \
        ratio("with", "without", 5)
}
