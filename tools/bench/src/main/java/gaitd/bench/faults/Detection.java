package gaitd.bench.faults;

import gaitd.runtime.command.OperatorState;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.policy.PolicyFault;

/**
 * What the controller makes of a fault, and when, by its frames. A stop, which nobody of the campaign asks for, is an answer too: bytes of
 * a broken remote may press it, and no stop is ever doubted. So is an operator that counts as lost: the velocity is zero, then the robot
 * stands.
 */
final class Detection {
    private static final Fault[] FAULTS = Fault.values();
    private static final PolicyFault[] POLICY_FAULTS = PolicyFault.values();
    private static final Reaction[] REACTIONS = Reaction.values();
    private static final double MS_PER_S = 1000;

    private static final OperatorState[] OPERATORS = OperatorState.values();

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
        final Reaction now = reaction(frame);
        if (now != reaction && now.atLeast(reaction)) {
            reaction = now;
            reactionMs = ms;
        }
    }

    private static String named(final TickFrame frame) {
        final int own = (int) frame.get(TickField.FAULT);
        final int policy = (int) frame.get(TickField.POLICY_FAULT);
        if (own != 0) {
            return FAULTS[own].name();
        }
        if (policy != 0) {
            return "POLICY_" + POLICY_FAULTS[policy].name();
        }
        return frame.get(TickField.STOPS) != 0 ? "STOP" : isOperatorGone(frame) ? "OPERATOR_LOST" : "";
    }

    private static Reaction reaction(final TickFrame frame) {
        final Reaction latched = REACTIONS[(int) frame.get(TickField.REACTION)];
        if (frame.get(TickField.STOPS) != 0) {
            return Reaction.DAMP;
        }
        final boolean stands = isOperatorGone(frame) && !latched.atLeast(Reaction.STOP_WALKING);
        return stands ? Reaction.STOP_WALKING : latched;
    }

    private static boolean isOperatorGone(final TickFrame frame) {
        return OPERATORS[(int) frame.get(TickField.OPERATOR_STATE)] == OperatorState.LOST;
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
