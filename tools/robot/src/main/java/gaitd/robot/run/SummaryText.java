package gaitd.robot.run;

import gaitd.robot.report.RunMeter;
import gaitd.runtime.rt.Outcome;
import gaitd.sim.measure.WalkFigures;
import java.util.Locale;

/** Summary of a finished run. */
public final class SummaryText {
    private SummaryText() {}

    public static String of(final RunResult result) {
        final RunMeter meter = result.meter();
        final StringBuilder text =
                new StringBuilder(walk(meter.walk.figures(), result.truthKnown())).append(System.lineSeparator());
        text.append(String.format(
                Locale.ROOT,
                "%d ticks, %d missed, wake-up p50 %.0f p99 %.0f max %.0f us, compute p50 %.0f p99 %.0f us, "
                        + "%.1f heap bytes a tick, %d collections%n",
                meter.ticks.ticks(),
                meter.ticks.missedTicks(),
                meter.ticks.wakeup.getValueAtPercentile(50) / 1e3,
                meter.ticks.wakeup.getValueAtPercentile(99) / 1e3,
                meter.ticks.wakeup.getMaxValue() / 1e3,
                meter.ticks.compute.getValueAtPercentile(50) / 1e3,
                meter.ticks.compute.getValueAtPercentile(99) / 1e3,
                result.costs().bytesPerTick(),
                result.costs().collectionCount()));
        for (final Outcome outcome : result.measures()) {
            if (outcome.refused()) {
                text.append("real time: ").append(outcome.line()).append(System.lineSeparator());
            }
        }
        if (meter.ticks.policyTick.getTotalCount() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d policy steps, p50 %.0f p99 %.0f us; their ticks p50 %.0f p99 %.0f us%n",
                    meter.ticks.policyTick.getTotalCount(),
                    meter.ticks.policyStep.getValueAtPercentile(50) / 1e3,
                    meter.ticks.policyStep.getValueAtPercentile(99) / 1e3,
                    meter.ticks.policyTick.getValueAtPercentile(50) / 1e3,
                    meter.ticks.policyTick.getValueAtPercentile(99) / 1e3));
        }
        if (!meter.policyFaultText().isEmpty()) {
            text.append("policy fault ").append(meter.policyFaultText()).append(System.lineSeparator());
        }
        if (!meter.faultText().isEmpty()) {
            text.append("fault ").append(meter.faultText()).append(System.lineSeparator());
        }
        return text.append(verdict(result)).toString();
    }

    private static String walk(final WalkFigures walk, final boolean truthKnown) {
        if (walk.timeS() == 0) {
            return "did not walk";
        }
        return String.format(
                Locale.ROOT,
                "walked %.1f s, %.2f m (%s), drift %.2f m, mean velocity %+.2f %+.2f m/s %+.2f rad/s, tilt up to %.1f deg, "
                        + "%.0f W",
                walk.timeS(),
                walk.distanceM(),
                truthKnown ? "ground truth" : "estimate",
                walk.driftM(),
                walk.meanForwardMS(),
                walk.meanLeftMS(),
                walk.meanYawRadS(),
                Math.toDegrees(walk.tiltMaxRad()),
                walk.meanPowerW());
    }

    private static String verdict(final RunResult result) {
        final int falls = result.meter().walk.falls();
        if (falls > 0) {
            return "the robot fell " + (falls == 1 ? "once" : falls + " times");
        }
        if (result.scenario().faulted()) {
            return "ended by a fault, in " + result.meter().mode();
        }
        if (result.scenario().halted()) {
            return "stopped at once by a person, the robot is damped";
        }
        if (!result.scenario().succeeded()) {
            return "did not get to the end, in " + result.meter().mode();
        }
        return (result.scenario().stopped() ? "stopped, the robot lies" : "done, the robot lies")
                + (result.succeeded() ? "" : ", but a policy was taken off");
    }
}
