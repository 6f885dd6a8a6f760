package gaitd.robot.adapt;

import gaitd.runtime.adapt.TrialPhase;
import gaitd.runtime.frame.ExperienceField;
import gaitd.runtime.frame.ExperienceFrame;

/**
 * Rewards of the windows of a trial, paired: one of the incumbent's and the next one of the candidate's.
 *
 * <p>Steps while one blends into the other, or while the policies are not wholly blended into the walk, belong to neither. A window of
 * which less than half was seen counts for nothing, and neither does its pair.
 */
final class TrialWindows {
    private static final TrialPhase[] PHASES = TrialPhase.values();

    private final int stepsMin;
    private final double stepS;
    private long window = -1;
    private TrialPhase phase = TrialPhase.NONE;
    private double sum;
    private int steps;
    private double incumbent = Double.NaN;
    private double candidate = Double.NaN;

    /**
     * No window yet.
     *
     * @param windowS length of a window, s
     * @param stepS length of a policy step, s
     */
    TrialWindows(final double windowS, final double stepS) {
        this.stepS = stepS;
        stepsMin = (int) Math.ceil(windowS / stepS / 2);
    }

    /**
     * Takes a step.
     *
     * @param step the experience
     * @param reward what the step gave
     * @return whether a pair is complete: {@link #incumbent} and {@link #candidate}
     */
    boolean add(final ExperienceFrame step, final double reward) {
        final TrialPhase now = PHASES[(int) step.get(ExperienceField.TRIAL_PHASE)];
        final long number = step.get(ExperienceField.TRIAL_WINDOWS);
        boolean complete = false;
        if (now != phase || number != window) {
            complete = end();
            phase = now;
            window = number;
            sum = 0;
            steps = 0;
        }
        final double share = step.real(ExperienceField.CANDIDATE_SHARE, 0);
        final boolean pure = phase == TrialPhase.CANDIDATE_WINDOW ? share == 1 : share == 0;
        if (pure && Adaptation.walks(step)) {
            sum += reward;
            steps++;
        }
        return complete;
    }

    private boolean end() {
        final double mean = steps >= stepsMin ? sum / (steps * stepS) : Double.NaN;
        if (phase == TrialPhase.INCUMBENT_WINDOW) {
            incumbent = mean;
            return false;
        }
        if (phase != TrialPhase.CANDIDATE_WINDOW) {
            return false;
        }
        candidate = mean;
        return !Double.isNaN(incumbent) && !Double.isNaN(candidate);
    }

    /** Reward a second of the incumbent's window of the last pair. */
    double incumbent() {
        return incumbent;
    }

    /** Reward a second of the candidate's window of the last pair. */
    double candidate() {
        return candidate;
    }
}
