package gaitd.runtime.adapt;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;

/**
 * What the learner's weights may do: the incumbent drives; a candidate runs in shadow for a window, is then tried in windows in
 * turn with the incumbent, and is rolled back at the first sign of trouble. Weights that shall drive for good take the same way
 * through the shadow, unless they were tried before.
 *
 * <p>Both are blended by a ramp over the blending time of policies; back to the incumbent after trouble at once, where the rate
 * limit of what policies add keeps the legs from jumping. A version that was rolled back, and every older one, is refused until
 * the control process starts again. Allocates nothing after construction.
 */
final class CandidateTrials {
    private final double rampStep;
    private final long windowSteps;
    private final boolean mayDrive;
    private AdaptedNetwork incumbent;
    private AdaptedNetwork candidate;
    private TrialPhase phase = TrialPhase.NONE;
    private WeightsRole intent = WeightsRole.NONE;
    private RollbackCause cause = RollbackCause.NONE;
    private long rolledBack;
    private long leastId = 1;
    private long inPhase;
    private int windows;
    private double ramp;

    /** CandidateTrials of two networks; {@code mayDrive} is whether weights that were not shipped may. */
    CandidateTrials(
            final Config config,
            final AdaptedNetwork incumbent,
            final AdaptedNetwork candidate,
            final boolean mayDrive,
            final double stepS) {
        this.incumbent = incumbent;
        this.candidate = candidate;
        this.mayDrive = mayDrive;
        rampStep = stepS / config.get(Setting.POLICY_BLEND_S);
        windowSteps = Math.round(config.get(Setting.ADAPT_WINDOW_S) / stepS);
    }

    /** Takes a message, or says why not, or gives null when it has to be asked again: another candidate still has to be blended out. */
    WeightsCheck take(final WeightsMessage message) {
        if (message.id < leastId || (message.id == incumbent.version() && message.role != WeightsRole.INCUMBENT)) {
            return message.id > 0 && message.id == rolledBack ? WeightsCheck.ROLLED_BACK : WeightsCheck.OLD;
        }
        final boolean drives = message.role == WeightsRole.TRIAL || message.role == WeightsRole.INCUMBENT;
        if (drives && !mayDrive) {
            return WeightsCheck.NOT_TRUSTED;
        }
        final boolean known = message.id == candidate.version() && message.role != WeightsRole.NONE;
        if (!known && ramp > 0) {
            intent = WeightsRole.NONE;
            enter(TrialPhase.SHADOW);
            return null;
        }
        leastId = message.id;
        if (message.id == incumbent.version()) {
            return WeightsCheck.TAKEN;
        }
        if (message.role == WeightsRole.NONE) {
            candidate.drop();
            enter(TrialPhase.NONE);
        } else if (known) {
            change(message.role);
        } else {
            candidate.load(message);
            intent = message.role;
            windows = 0;
            enter(TrialPhase.SHADOW);
        }
        return WeightsCheck.TAKEN;
    }

    /** Another role for the candidate that is there. */
    private void change(final WeightsRole role) {
        if (role == WeightsRole.SHADOW && phase != TrialPhase.SHADOW) {
            enter(TrialPhase.SHADOW);
        } else if (role == WeightsRole.INCUMBENT && phase == TrialPhase.INCUMBENT_WINDOW) {
            enter(TrialPhase.CANDIDATE_WINDOW);
        }
        intent = role;
    }

    private void enter(final TrialPhase next) {
        phase = next;
        inPhase = 0;
    }

    /** One step; {@code calm} is whether the robot walks, wholly by the policy, within all margins and without a warning. */
    void advance(final boolean calm) {
        inPhase += calm || phase != TrialPhase.SHADOW ? 1 : 0;
        final boolean over = inPhase >= windowSteps;
        switch (phase) {
            case SHADOW -> {
                if (over && calm && ramp == 0 && intent == WeightsRole.TRIAL) {
                    enter(TrialPhase.INCUMBENT_WINDOW);
                } else if (over && calm && ramp == 0 && intent == WeightsRole.INCUMBENT) {
                    enter(TrialPhase.CANDIDATE_WINDOW);
                }
            }
            case INCUMBENT_WINDOW -> {
                if (over && calm) {
                    windows++;
                    enter(TrialPhase.CANDIDATE_WINDOW);
                }
            }
            case CANDIDATE_WINDOW -> {
                if (intent == WeightsRole.INCUMBENT && ramp >= 1) {
                    promote();
                } else if (over && intent == WeightsRole.TRIAL) {
                    windows++;
                    enter(TrialPhase.INCUMBENT_WINDOW);
                }
            }
            case NONE, ROLLED_BACK -> {
                // the incumbent drives
            }
        }
        final boolean toCandidate = phase == TrialPhase.CANDIDATE_WINDOW;
        ramp = Math.clamp(ramp + (toCandidate ? rampStep : -rampStep), 0.0, 1.0);
    }

    private void promote() {
        final AdaptedNetwork before = incumbent;
        incumbent = candidate;
        candidate = before;
        candidate.drop();
        ramp = 0;
        enter(TrialPhase.NONE);
    }

    /** What guards and margins say in a tick; {@code ending} when a guard ends the walk. */
    void guard(final boolean warned, final boolean ending, final boolean passed) {
        final boolean tried = phase == TrialPhase.INCUMBENT_WINDOW || phase == TrialPhase.CANDIDATE_WINDOW || ramp > 0;
        if (warned && tried) {
            rollBack(RollbackCause.GUARD);
        } else if (passed && ramp > 0) {
            rollBack(RollbackCause.MARGIN);
        }
        if (ending && incumbent.version() != 0) {
            dropIncumbent(RollbackCause.GUARD);
        }
    }

    /** Back to the incumbent at once. */
    void rollBack(final RollbackCause why) {
        refuse(candidate.version(), why);
        candidate.drop();
        ramp = 0;
        enter(TrialPhase.ROLLED_BACK);
    }

    /** Back to the policy as it was shipped, at once; the candidate, a child of the incumbent, goes with it. */
    void dropIncumbent(final RollbackCause why) {
        leastId = Math.max(leastId, candidate.version() + 1);
        refuse(incumbent.version(), why);
        incumbent.drop();
        candidate.drop();
        ramp = 0;
        enter(TrialPhase.ROLLED_BACK);
    }

    private void refuse(final long version, final RollbackCause why) {
        rolledBack = version;
        cause = why;
        leastId = Math.max(leastId, version + 1);
    }

    /** The policy begins anew: states are forgotten, a trial goes on with a window of the incumbent. */
    void reset() {
        incumbent.reset();
        candidate.reset();
        if (ramp > 0 || phase == TrialPhase.CANDIDATE_WINDOW || phase == TrialPhase.INCUMBENT_WINDOW) {
            enter(intent == WeightsRole.TRIAL ? TrialPhase.INCUMBENT_WINDOW : TrialPhase.SHADOW);
        }
        ramp = 0;
    }

    AdaptedNetwork incumbent() {
        return incumbent;
    }

    AdaptedNetwork candidate() {
        return candidate;
    }

    TrialPhase phase() {
        return phase;
    }

    RollbackCause cause() {
        return cause;
    }

    /** Version rolled back last, 0 none. */
    long rolledBack() {
        return rolledBack;
    }

    /** Windows of the trial that have ended. */
    int windows() {
        return windows;
    }

    /** Share of the candidate in what drives, 0 to 1. */
    double share() {
        return Smooth.step(ramp);
    }

    /** Version with the larger share in what drives. */
    long acted() {
        return ramp > 0.5 ? candidate.version() : incumbent.version();
    }
}
