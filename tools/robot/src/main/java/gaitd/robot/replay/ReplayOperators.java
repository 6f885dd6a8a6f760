package gaitd.robot.replay;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;

/** Asks for what the operators of a recording asked for. */
final class ReplayOperators implements CommandSource {
    private static final OperatorRequest[] REQUESTS = OperatorRequest.values();
    private static final OperatorState[] STATES = OperatorState.values();
    private static final Gait[] GAITS = Gait.values();

    private final TickFrame frame;

    ReplayOperators(final TickFrame frame) {
        this.frame = frame;
    }

    @Override
    public OperatorRequest update(final long nowNs, final boolean walking, final OperatorCommand out) {
        final int gait = (int) frame.get(TickField.ASKED_GAIT);
        out.sequence = frame.get(TickField.COMMAND_SEQUENCE);
        out.actedNs = frame.get(TickField.OPERATOR_ACTED_NS);
        out.state = STATES[(int) frame.get(TickField.ASKED_STATE)];
        out.gait = gait < 0 ? null : GAITS[gait];
        out.vx = frame.real(TickField.ASKED_VELOCITY, 0);
        out.vy = frame.real(TickField.ASKED_VELOCITY, 1);
        out.yawRate = frame.real(TickField.ASKED_VELOCITY, 2);
        out.request = REQUESTS[(int) frame.get(TickField.ASKED_REQUEST)];
        return out.request;
    }
}
