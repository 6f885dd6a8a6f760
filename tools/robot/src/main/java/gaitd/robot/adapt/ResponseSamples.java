package gaitd.robot.adapt;

import gaitd.runtime.adapt.EpisodeEnd;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;
import java.util.Arrays;

/**
 * Cuts a robot's steps into samples: how far its outputs were from the shipped policy's, and what reward that gave.
 *
 * <p>A walk answers to a changed output over a second or so, not at once; so the distance is smoothed in time before both are averaged.
 * Steps right after a beginning, or after others are missing, belong to no sample. Allocates nothing after construction.
 */
final class ResponseSamples {
    /** Length of a sample, s. */
    static final double SAMPLE_S = 0.5;

    private static final double ANSWER_S = 0.7;
    private static final double SETTLE_S = 2;
    private static final int GOES_ON = EpisodeEnd.GOES_ON.ordinal();

    /** Mean of the last sample's distances times each function, function by function, in half widths of the outputs' bounds. */
    final double[] place;

    private final StrideBasis basis;
    private final double[] function;
    private final double[] half;
    private final double stepS;
    private final double keep;
    private final int steps;
    private final int settleSteps;
    private final double[] smooth;
    private final double[] sum;
    private double rewardSum;
    private int inSample;
    private int since;
    private long record = Long.MIN_VALUE;
    private double rewardPerS;
    private boolean follows;
    private boolean broken = true;

    /**
     * No sample yet.
     *
     * @param basis functions of the stride
     * @param half half width of each output's bounds, in the network's unit
     * @param stepS length of a policy step, s
     */
    ResponseSamples(final StrideBasis basis, final double[] half, final double stepS) {
        this.basis = basis;
        function = new double[basis.size];
        this.half = half.clone();
        this.stepS = stepS;
        keep = StrictMath.exp(-stepS / ANSWER_S);
        steps = (int) Math.max(1, Math.rint(SAMPLE_S / stepS));
        settleSteps = (int) Math.rint(SETTLE_S / stepS);
        place = new double[basis.size * half.length];
        smooth = new double[basis.size * half.length];
        sum = new double[basis.size * half.length];
    }

    /**
     * Takes a step.
     *
     * @param step the experience
     * @param reward what it gave
     * @return whether a sample is complete
     */
    boolean add(final ExperienceFrame step, final double reward) {
        final long number = step.get(ExperienceField.RECORD);
        if (number != record + 1
                || !Adaptation.walks(step)
                || step.get(ExperienceField.END) != GOES_ON
                || !Double.isFinite(reward)) {
            since = 0;
            clear();
            broken = true;
            record = number;
            return false;
        }
        record = number;
        basis.of(step, function);
        for (int i = 0; i < half.length; i++) {
            final double distance = half[i] > 0
                    ? (step.real(ExperienceField.ACTION, i) - step.real(ExperienceField.SHIPPED_OUTPUT, i)) / half[i]
                    : 0;
            for (int k = i; k < smooth.length; k += half.length) {
                final double product = distance * function[k / half.length];
                smooth[k] = since == 0 ? product : product + keep * (smooth[k] - product);
                sum[k] += smooth[k];
            }
        }
        since++;
        rewardSum += reward;
        inSample++;
        if (since <= settleSteps) {
            clear();
            return false;
        }
        if (inSample < steps) {
            return false;
        }
        for (int i = 0; i < place.length; i++) {
            place[i] = sum[i] / steps;
        }
        rewardPerS = rewardSum / (steps * stepS);
        follows = !broken;
        broken = false;
        clear();
        return true;
    }

    private void clear() {
        Arrays.fill(sum, 0);
        rewardSum = 0;
        inSample = 0;
    }

    /** Reward a second of the last sample. */
    double rewardPerS() {
        return rewardPerS;
    }

    /** Whether nothing is missing between the last sample and the one before. */
    boolean follows() {
        return follows;
    }
}
