package gaitd.robot.process;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.mode.Mode;

/** Goals of {@code gaitd command}, each with the test that it is reached. */
public enum OperatorGoal {
    /** Stand up if it lies, and walk. */
    WALK(OperatorRequest.WALK),
    /** Stand up, or stop walking. */
    STAND(OperatorRequest.STAND),
    /** Sit down and go passive. */
    SIT(OperatorRequest.SIT),
    /** Damp at once. */
    STOP(OperatorRequest.STOP),
    /** Likewise. */
    PASSIVE(OperatorRequest.STOP),
    /** Clear a fault. */
    CLEAR(OperatorRequest.CLEAR_FAULT);

    final OperatorRequest request;

    OperatorGoal(final OperatorRequest request) {
        this.request = request;
    }

    boolean doneIn(final Mode mode, final Reaction reaction) {
        return switch (this) {
            case WALK -> mode == Mode.WALK;
            case STAND -> mode == Mode.STAND;
            case SIT, STOP, PASSIVE -> mode == Mode.PASSIVE || mode == Mode.FAULT;
            case CLEAR -> mode != Mode.FAULT && reaction == Reaction.NONE;
        };
    }

    /** Whether a latched fault prevents it. */
    boolean hinderedBy(final Reaction reaction) {
        return switch (this) {
            case WALK -> reaction.atLeast(Reaction.STOP_WALKING);
            case STAND -> reaction.atLeast(Reaction.SIT_DOWN);
            case SIT -> reaction == Reaction.DAMP;
            case STOP, PASSIVE, CLEAR -> false;
        };
    }
}
