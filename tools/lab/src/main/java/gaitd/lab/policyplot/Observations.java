package gaitd.lab.policyplot;

import gaitd.maths.Trig;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.InputLayout;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Smooth random observations: each value a sum of slow sines within the range of that signal on a walking A1, then
 * scaled and limited as the manifest says. The last action is the network's own.
 */
final class Observations {
    private static final int SINES = 3;
    private static final double SLOWEST_HZ = 0.15;
    private static final double FASTEST_HZ = 2;

    private final List<Channel<ObservedSignal>> channels;
    private final InputLayout layout;
    private final double stepS;
    private final double[] poseRad;
    private final double[] hz;
    private final double[] phase;
    private final double[] share;

    Observations(final Manifest manifest, final long seed) {
        channels = List.copyOf(manifest.observations());
        poseRad = manifest.posture().poseRad();
        layout = Manifest.inputs(channels);
        stepS = 1 / manifest.policyHz();
        final int values = layout.values();
        hz = new double[SINES * values];
        phase = new double[SINES * values];
        share = new double[SINES * values];
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < values; i++) {
            double sum = 0;
            for (int k = SINES * i; k < SINES * (i + 1); k++) {
                hz[k] = SLOWEST_HZ * StrictMath.pow(FASTEST_HZ / SLOWEST_HZ, random.nextDouble());
                phase[k] = random.nextDouble(2 * Math.PI);
                share[k] = 1 / Math.sqrt(hz[k]);
                sum += share[k];
            }
            for (int k = SINES * i; k < SINES * (i + 1); k++) {
                share[k] /= sum;
            }
        }
    }

    /**
     * The network's input at a time.
     *
     * @param timeS since the run began
     * @param lastAction the network's last output
     * @return a new array
     */
    double[] at(final double timeS, final double[] lastAction) {
        final double[] out = new double[layout.inputs()];
        for (int input = 0; input < out.length; input++) {
            out[input] = value(layout.value(input), timeS - layout.lag(input) * stepS, lastAction);
        }
        return out;
    }

    private double value(final int value, final double timeS, final double[] lastAction) {
        int first = 0;
        for (final Channel<ObservedSignal> channel : channels) {
            final int i = value - first;
            if (i < channel.size()) {
                final double observed = channel.signal() == ObservedSignal.LAST_ACTION
                        ? lastAction[i]
                        : observed(channel.signal(), i, wave(value, timeS));
                return Math.clamp(
                        (observed - channel.offset()[i]) * channel.scale()[i], channel.min()[i], channel.max()[i]);
            }
            first += channel.size();
        }
        throw new IndexOutOfBoundsException(value);
    }

    private double wave(final int value, final double timeS) {
        double sum = 0;
        for (int k = SINES * value; k < SINES * (value + 1); k++) {
            sum += share[k] * Trig.sin(2 * Math.PI * hz[k] * timeS + phase[k]);
        }
        return sum;
    }

    /** From a wave between -1 and 1 to the signal's usual range, in its unit. */
    private double observed(final ObservedSignal signal, final int index, final double wave) {
        return switch (signal) {
            case JOINT_POSITION -> poseRad[index] + 0.4 * wave;
            case JOINT_OFFSET -> 0.4 * wave;
            case JOINT_VELOCITY -> 6 * wave;
            case FOOT_CONTACT -> wave > 0 ? 1 : 0;
            case ROLL_PITCH -> 0.2 * wave;
            case GRAVITY -> index == 2 ? -0.98 + 0.02 * wave : 0.2 * wave;
            case ANGULAR_VELOCITY, LINEAR_VELOCITY, COMMAND -> wave;
            case LINEAR_ACCELERATION -> 3 * wave;
            case HEIGHT -> 0.3 + 0.05 * wave;
            case GROUND_SLOPE -> 0.3 * wave;
            case GROUND_HEIGHT -> 0.05 * wave;
            case OSCILLATOR_AMPLITUDE -> 1.5 + 0.5 * wave;
            case OSCILLATOR_AMPLITUDE_RATE -> 5 * wave;
            case OSCILLATOR_PHASE -> Math.PI * (1 + wave);
            case OSCILLATOR_PHASE_SIN, OSCILLATOR_PHASE_COS -> wave;
            case OSCILLATOR_FREQUENCY -> 1.5 + 1.5 * wave;
            case OSCILLATOR_HEADING, OSCILLATOR_HEADING_RATE -> 0.5 * wave;
            case LAST_ACTION_SCALED, PREVIOUS_ACTION -> wave;
            case CLOCK_PHASE -> (1 + wave) / 2;
            case CLOCK_SIN, CLOCK_COS -> wave;
            case CONSTANT -> 1;
            case RESIDUAL -> 0.2 * wave;
            case RESIDUAL_RATE -> 2 * wave;
            case LAST_ACTION -> throw new IllegalArgumentException("the last action is given");
        };
    }
}
