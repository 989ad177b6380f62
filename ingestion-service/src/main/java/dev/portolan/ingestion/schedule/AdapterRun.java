package dev.portolan.ingestion.schedule;

import java.util.concurrent.CountDownLatch;

/**
 * A run of a source's adapter on this instance.
 *
 * @param sync its sync
 * @param end at zero when it is over, however it ended
 */
public record AdapterRun(long sync, CountDownLatch end) {}
