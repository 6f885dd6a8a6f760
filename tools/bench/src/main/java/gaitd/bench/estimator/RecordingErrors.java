package gaitd.bench.estimator;

import gaitd.robot.report.Report;
import java.io.PrintWriter;
import java.util.Locale;

/** The errors of one recording: over all of it, and of velocity in each half, so that a figure by chance shows. */
final class RecordingErrors {
    private static final String[] AXES = {"forward", "left", "up"};

    private final Recording recording;
    private final String how;
    private final VelocityErrors whole;
    private final VelocityErrors first;
    private final VelocityErrors second;
    private final PlaceErrors place;

    RecordingErrors(
            final Recording recording, final Additions additions, final Estimated estimated, final TruthMotion truth) {
        this.recording = recording;
        this.how = "legs of " + additions.robot() + ", " + additions.text();
        final int from = truth.edge;
        final int to = recording.rows - truth.edge;
        final int middle = (from + to) / 2;
        whole = new VelocityErrors(estimated, truth, from, to);
        first = new VelocityErrors(estimated, truth, from, middle);
        second = new VelocityErrors(estimated, truth, middle, to);
        place = new PlaceErrors(recording, estimated, truth, from, to);
    }

    void print(final PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: %d rows, %.1f s, %.0f Hz, %.2f m; %s%n",
                recording.name,
                recording.rows,
                recording.rows * recording.periodS,
                1 / recording.periodS,
                place.wayM,
                how);
        out.printf("  %-22s %8s %8s %8s%n", "velocity", AXES[0], AXES[1], AXES[2]);
        line(out, "error, rms, m/s", "%8.4f", whole.rms);
        line(out, "  first half", "%8.4f", first.rms);
        line(out, "  second half", "%8.4f", second.rms);
        line(out, "bias, m/s", "%+8.4f", whole.bias);
        line(out, "scale", "%8.3f", whole.scale);
        out.printf(
                Locale.ROOT,
                "  forward way x %.3f, drift %.4f m per m, height rms %.4f m%n",
                place.distance,
                place.drift,
                place.heightRmsM);
        out.printf(
                Locale.ROOT,
                "  roll rms %.2f deg (mean %+.2f), pitch rms %.2f deg (mean %+.2f), yaw drift %+.2f deg%n",
                Math.toDegrees(place.tiltRmsRad[0]),
                Math.toDegrees(place.tiltBiasRad[0]),
                Math.toDegrees(place.tiltRmsRad[1]),
                Math.toDegrees(place.tiltBiasRad[1]),
                Math.toDegrees(place.yawDriftRad));
        out.flush();
    }

    private static void line(final PrintWriter out, final String name, final String format, final double[] values) {
        out.printf(
                Locale.ROOT,
                "  %-22s " + format + " " + format + " " + format + "%n",
                name,
                values[0],
                values[1],
                values[2]);
    }

    /** Adds everything, each key beginning with a prefix. */
    void report(final String prefix, final Report report) {
        report.put(prefix + "name", recording.name)
                .put(prefix + "how", how)
                .put(prefix + "seconds", recording.rows * recording.periodS)
                .put(prefix + "way_m", place.wayM);
        for (int axis = 0; axis < AXES.length; axis++) {
            report.put(prefix + AXES[axis] + "_rms_m_s", whole.rms[axis])
                    .put(prefix + AXES[axis] + "_rms_first_half_m_s", first.rms[axis])
                    .put(prefix + AXES[axis] + "_rms_second_half_m_s", second.rms[axis])
                    .put(prefix + AXES[axis] + "_bias_m_s", whole.bias[axis])
                    .put(prefix + AXES[axis] + "_scale", whole.scale[axis]);
        }
        report.put(prefix + "forward_way_ratio", place.distance)
                .put(prefix + "drift_m_per_m", place.drift)
                .put(prefix + "height_rms_m", place.heightRmsM)
                .put(prefix + "roll_rms_rad", place.tiltRmsRad[0])
                .put(prefix + "roll_mean_rad", place.tiltBiasRad[0])
                .put(prefix + "pitch_rms_rad", place.tiltRmsRad[1])
                .put(prefix + "pitch_mean_rad", place.tiltBiasRad[1])
                .put(prefix + "yaw_drift_rad", place.yawDriftRad);
    }
}
