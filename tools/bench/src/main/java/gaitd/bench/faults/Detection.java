package gaitd.bench.faults;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.PolicyFault;

/** What the controller makes of a fault, and when, by its frames. */
final class Detection {
    private static final Fault[] FAULTS = Fault.values();
    private static final PolicyFault[] POLICY_FAULTS = PolicyFault.values();
    private static final double MS_PER_S = 1000;

    private final double periodS;
    private String fault = "";
    private double faultMs = Double.NaN;
    private String reaction = "";
    private double reactionMs = Double.NaN;
    private Mode before = Mode.PASSIVE;

    Detection(final double periodS) {
        this.periodS = periodS;
    }

    /** One frame; the time since the fault began is negative before. */
    void update(final TickFrame frame, final Mode mode, final double sinceS) {
        if (sinceS > 0) {
            final String now = named(frame);
            if (fault.isEmpty() && !now.isEmpty()) {
                fault = now;
                faultMs = MS_PER_S * (sinceS - periodS);
                reaction = frame.get(TickField.POLICY_FAULT) != 0 ? "policy off" : "warn";
                reactionMs = faultMs;
            }
            final String done = mode == before ? "" : reaction(mode);
            if (!fault.isEmpty() && !done.isEmpty()) {
                reaction = done;
                reactionMs = MS_PER_S * (sinceS - periodS);
            }
        }
        before = mode;
    }

    private static String named(final TickFrame frame) {
        final int own = (int) frame.get(TickField.FAULT);
        final int policy = (int) frame.get(TickField.POLICY_FAULT);
        return own != 0 ? FAULTS[own].name() : policy != 0 ? "POLICY_" + POLICY_FAULTS[policy].name() : "";
    }

    private String reaction(final Mode mode) {
        return switch (mode) {
            case FAULT -> "damp";
            case SIT_DOWN -> "sit down";
            case STAND -> before == Mode.WALK ? "stop walking" : "";
            default -> "";
        };
    }

    /** Name of the first fault; empty when nothing was noticed. */
    String fault() {
        return fault;
    }

    double faultMs() {
        return faultMs;
    }

    /** The strongest reaction so far; empty when there was none. */
    String reaction() {
        return reaction;
    }

    double reactionMs() {
        return reactionMs;
    }
}
