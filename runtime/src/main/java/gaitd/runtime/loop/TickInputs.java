package gaitd.runtime.loop;

import gaitd.hal.Sensed;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.command.OperatorState;
import gaitd.runtime.frame.InputBit;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;

/**
 * What a tick was given from outside and what is not in its results: with the ticks before it, the configuration and the
 * policies all that the results follow from. Kept by {@link ControlLoop}, allocates nothing.
 */
final class TickInputs {
    private long bits;
    private OperatorRequest request = OperatorRequest.NONE;
    private OperatorState state = OperatorState.NONE;
    private int gait;
    private double vx;
    private double vy;
    private double yawRate;

    /** Begins a tick: whether a state came. */
    void begin(final boolean came) {
        bits = InputBit.SENT.bit;
        mark(InputBit.CAME, came);
        request = OperatorRequest.NONE;
        gait = -1;
    }

    void mark(final InputBit bit, final boolean set) {
        bits = set ? bits | bit.bit : bits & ~bit.bit;
    }

    /** What operators asked for, before the remote. */
    void asked(final OperatorRequest by, final OperatorCommand operator) {
        mark(InputBit.ASKED, true);
        request = by;
        state = operator.state;
        gait = operator.gait == null ? -1 : operator.gait.ordinal();
        vx = operator.vx;
        vy = operator.vy;
        yawRate = operator.yawRate;
    }

    void write(
            final TickFrame frame,
            final TickTiming timing,
            final Sensed arrived,
            final Sensed sensed,
            final OperatorCommand operator) {
        frame.put(TickField.INPUT_BITS, bits);
        frame.put(TickField.MISSED_IN_A_ROW, timing.missedInARow);
        frame.put(TickField.ARRIVED_NS, arrived.receivedAtNs);
        frame.put(TickField.ARRIVED_ROBOT_TICK, arrived.robotTick);
        frame.put(TickField.ARRIVED_SEQUENCE, arrived.sequence);
        frame.put(TickField.OPERATOR_ACTED_NS, operator.actedNs);
        frame.put(TickField.ASKED_REQUEST, request.ordinal());
        frame.put(TickField.ASKED_STATE, state.ordinal());
        frame.put(TickField.ASKED_GAIT, gait);
        frame.putReal(TickField.ASKED_VELOCITY, 0, vx);
        frame.putReal(TickField.ASKED_VELOCITY, 1, vy);
        frame.putReal(TickField.ASKED_VELOCITY, 2, yawRate);
        frame.putReals(TickField.DDQ, sensed.ddq);
        frame.putInts(TickField.MOTOR_ERROR, sensed.motorError);
        frame.put(TickField.IMU_TEMPERATURE, sensed.imuTemperatureC);
    }
}
