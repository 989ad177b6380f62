package dev.portolan.ingestion.adapter.database;

import java.util.List;

/**
 * How a driver's connections may be kept from being listened to.
 *
 * @param all that a source may ask for
 * @param inside what is used to a host inside unless a source asks for another
 * @param strictest the one that proves to us who the host is
 */
public record TlsModes(List<String> all, String inside, String strictest) {}
