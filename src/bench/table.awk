# Writes the medians, times in microseconds, as a Markdown table, and the gateway's ratios to nginx, each ratio the
# median of the rounds' own. Needs medians.awk.

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
