package gaitd.lab.tune;

import gaitd.lab.eval.Metric;
import gaitd.lab.eval.Walks;
import gaitd.policies.text.FormatException;
import gaitd.policies.text.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What walks on one ground came to.
 *
 * @param walks how many
 * @param success share that went all the way
 * @param power mean of the joints, W
 * @param velocityError mean error of the forward velocity, m/s
 * @param reward of a task, 1/s
 */
record GroundFigures(int walks, double success, double power, double velocityError, double reward) {
    private static final int WALKS_MAX = 1_000_000;

    static GroundFigures of(final Walks walks) {
        return new GroundFigures(
                (int) walks.episodes(),
                walks.success().value(),
                known(walks.mean(Metric.POWER_MEAN).value()),
                known(walks.mean(Metric.VELOCITY_MAE).value()),
                known(walks.mean(Metric.REWARD).value()));
    }

    static GroundFigures read(final JsonFields line) throws FormatException {
        return new GroundFigures(
                line.integer("walks", 1, WALKS_MAX),
                line.number("success"),
                line.number("power_mean_w"),
                line.number("velocity_mae"),
                line.number("reward_1_s"));
    }

    /** As {@link #read} takes it. */
    Map<String, Object> json() {
        final Map<String, Object> line = new LinkedHashMap<>();
        line.put("walks", walks);
        line.put("success", success);
        line.put("power_mean_w", power);
        line.put("velocity_mae", velocityError);
        line.put("reward_1_s", reward);
        return line;
    }

    /** A robot that fell before anything was measured has 0. */
    private static double known(final double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
