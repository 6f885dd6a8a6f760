package gaitd.policies.learn;

import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.ParameterLayout.Slice;
import java.util.List;

/**
 * Stops a training at the first value that is infinite or not a number. Knows where the training is; allocates only when it stops.
 *
 * <p>One such value spreads to every weight within an update, and a task may even count robots that it lost track of as successful.
 */
final class FiniteCheck {
    private static final List<Signal> REWARD = Signal.plain("reward");

    private final List<Signal> observed;
    private final List<Signal> acted;
    private long iteration;

    FiniteCheck(final VectorEnv env) {
        observed = env.observationSignals();
        acted = env.actionSignals();
    }

    /** Of a training that checks no environment. */
    FiniteCheck() {
        observed = List.of();
        acted = List.of();
    }

    /** Takes the number of the iteration under way, from 1. */
    void begin(final long now) {
        iteration = now;
    }

    /** Checks the actions of a step of the rollout, counted from 0. */
    void actions(final Transitions transitions, final int step) {
        rows("action ", acted, transitions.action, step);
    }

    /** Checks rewards and observations of a step of the rollout, counted from 0. */
    void results(final Transitions transitions, final int step) {
        rows("", REWARD, transitions.reward, step);
        rows("observation ", observed, transitions.observation, step);
    }

    private void rows(final String what, final List<Signal> signals, final float[] values, final int step) {
        final int first = first(values);
        if (first >= 0) {
            final int columns = signals.size();
            throw new NonFiniteException("%s%s of environment %d is %s since step %d of iteration %d"
                    .formatted(
                            what,
                            signals.get(first % columns).name(),
                            first / columns,
                            values[first],
                            step + 1,
                            iteration));
        }
    }

    /** Checks a loss or the norm of a gradient in an update whose epoch and minibatch are counted from 0. */
    void loss(final String what, final double value, final int epoch, final int minibatch) {
        if (!Double.isFinite(value)) {
            throw new NonFiniteException("%s is %s since %s".formatted(what, value, place(epoch, minibatch)));
        }
    }

    /** Checks the parameters of a network after an optimiser step; those after the layout's are logarithms of standard deviations. */
    void weights(
            final String network,
            final ParameterLayout layout,
            final float[] parameters,
            final int epoch,
            final int minibatch) {
        final int first = first(parameters);
        if (first >= 0) {
            throw new NonFiniteException("%s of the %s is %s since %s"
                    .formatted(name(layout, first), network, parameters[first], place(epoch, minibatch)));
        }
    }

    private String place(final int epoch, final int minibatch) {
        return "epoch %d, minibatch %d of iteration %d".formatted(epoch + 1, minibatch + 1, iteration);
    }

    private static String name(final ParameterLayout layout, final int index) {
        for (int i = 0; i < layout.count(); i++) {
            final Slice slice = layout.slice(i);
            if (index < slice.offset() + slice.size()) {
                return "weight " + (index - slice.offset()) + " of " + slice.name();
            }
        }
        return "logarithm of deviation " + (index - layout.size());
    }

    /**
     * Place of the first value that is not finite.
     *
     * @return -1 when all are
     */
    static int first(final float[] values) {
        float zeros = 0;
        for (final float value : values) {
            zeros += value * 0;
        }
        if (zeros == 0) {
            return -1;
        }
        int at = 0;
        while (Float.isFinite(values[at])) {
            at++;
        }
        return at;
    }
}
