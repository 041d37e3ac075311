package org.aurora.gateway.inbound;

/** What a call is about, as far as its path tells. */
public enum RouteClass {
    /** A model is called. */
    MODEL,
    /** Models are listed or looked up. */
    LIST,
    ADMIN,
    /** What monitors ask. */
    OPERATIONS,
    /** A route of an integrator's, or nothing that there is. */
    OTHER;

    private static final String LISTS = HeadAdmission.DATA_PLANE + "models";

    static RouteClass of(String path) {
        if (path.startsWith(HeadAdmission.DATA_PLANE)) {
            boolean list =
                    path.startsWith(LISTS) && (path.length() == LISTS.length() || path.charAt(LISTS.length()) == '/');
            return list ? LIST : MODEL;
        }
        if (path.startsWith(HeadAdmission.ADMIN)) {
            return ADMIN;
        }
        return switch (path) {
            case "/health", "/ready", "/metrics" -> OPERATIONS;
            default -> OTHER;
        };
    }
}
