package gaitd.bench.faults;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.policy.PolicyFault;

/**
 * What the controller makes of a fault, and when, by its frames. A stop, which nobody of the campaign asks for, is an answer too: bytes of
 * a broken remote may press it, and no stop is ever doubted.
 */
final class Detection {
    private static final Fault[] FAULTS = Fault.values();
    private static final PolicyFault[] POLICY_FAULTS = PolicyFault.values();
    private static final Reaction[] REACTIONS = Reaction.values();
    private static final double MS_PER_S = 1000;

    /** What a stop is called. */
    private static final String STOP = "STOP";

    private final double periodS;
    private String fault = "";
    private double faultMs = Double.NaN;
    private Reaction reaction = Reaction.NONE;
    private double reactionMs = Double.NaN;
    private boolean policyOff;

    Detection(final double periodS) {
        this.periodS = periodS;
    }

    /** One frame; the time since the fault began is negative before. */
    void update(final TickFrame frame, final double sinceS) {
        if (!(sinceS > 0)) {
            return;
        }
        final double ms = MS_PER_S * (sinceS - periodS);
        if (fault.isEmpty()) {
            fault = named(frame);
            faultMs = fault.isEmpty() ? Double.NaN : ms;
        }
        policyOff |= frame.get(TickField.POLICY_FAULT) != 0;
        final boolean stopped = frame.get(TickField.STOPS) != 0;
        final Reaction now = stopped ? Reaction.DAMP : REACTIONS[(int) frame.get(TickField.REACTION)];
        if (now != reaction && now.atLeast(reaction)) {
            reaction = now;
            reactionMs = ms;
        }
    }

    private static String named(final TickFrame frame) {
        final int own = (int) frame.get(TickField.FAULT);
        final int policy = (int) frame.get(TickField.POLICY_FAULT);
        final String stop = frame.get(TickField.STOPS) != 0 ? STOP : "";
        return own != 0 ? FAULTS[own].name() : policy != 0 ? "POLICY_" + POLICY_FAULTS[policy].name() : stop;
    }

    /** Name of the first fault; empty when nothing was noticed. */
    String fault() {
        return fault;
    }

    /** From the fault's beginning to that, ms. */
    double faultMs() {
        return faultMs;
    }

    /** The strongest reaction; empty when there was none. */
    String reaction() {
        return reaction != Reaction.NONE ? reaction.name() : policyOff ? "POLICY_OFF" : "";
    }

    /** From the fault's beginning to that, ms. */
    double reactionMs() {
        return reaction == Reaction.NONE && policyOff ? faultMs : reactionMs;
    }
}
