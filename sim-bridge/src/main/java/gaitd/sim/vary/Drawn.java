package gaitd.sim.vary;

/**
 * One drawn number, for reports.
 *
 * @param name key of its range, with the joint, leg, axis or link where there are several
 * @param value the number
 * @param unit its unit
 */
public record Drawn(String name, double value, String unit) {}
