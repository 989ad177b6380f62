package dev.portolan.gateway.paging;

/** An item in its list; reading on after the cursor begins with the item behind it. */
public record Edge<T>(String cursor, T node) {}
