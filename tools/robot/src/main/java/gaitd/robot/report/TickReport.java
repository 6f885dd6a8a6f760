package gaitd.robot.report;

import gaitd.runtime.telemetry.TickStatistics;

/** Puts distributions of ticks into a report. */
public final class TickReport {
    private TickReport() {}

    /**
     * Adds percentiles, us.
     *
     * @param report where to
     * @param ticks not modified
     * @return the report
     */
    public static Report percentiles(final Report report, final TickStatistics ticks) {
        return report.putPercentiles("wakeup_us", ticks.wakeup)
                .putPercentiles("wakeup_corrected_us", ticks.wakeupCorrected)
                .putPercentiles("period_us", ticks.period)
                .putPercentiles("compute_us", ticks.compute)
                .putPercentiles("state_age_us", ticks.stateAge)
                .putPercentiles("arrival_to_departure_us", ticks.arrivalToDeparture);
    }

    /**
     * Adds whole distributions, ns, as {@link HistogramText} writes them.
     *
     * @param report where to
     * @param ticks not modified
     * @return the report
     */
    public static Report histograms(final Report report, final TickStatistics ticks) {
        return report.put("wakeup_hdr", HistogramText.encode(ticks.wakeup))
                .put("wakeup_corrected_hdr", HistogramText.encode(ticks.wakeupCorrected))
                .put("period_hdr", HistogramText.encode(ticks.period))
                .put("compute_hdr", HistogramText.encode(ticks.compute))
                .put("state_age_hdr", HistogramText.encode(ticks.stateAge))
                .put("arrival_to_departure_hdr", HistogramText.encode(ticks.arrivalToDeparture));
    }
}
