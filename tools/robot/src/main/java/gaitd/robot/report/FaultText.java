package gaitd.robot.report;

import gaitd.hal.A1;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.Locale;

/** A latched fault as text: meaning, value, joint, and what to do. */
public final class FaultText {
    private static final Fault[] FAULTS = Fault.values();

    private FaultText() {}

    /**
     * One line about the fault in a frame.
     *
     * @param frame a frame with a fault
     * @return the line
     */
    public static String describe(final TickFrame frame) {
        final Fault fault = FAULTS[(int) frame.get(TickField.FAULT)];
        final int joint = (int) frame.get(TickField.FAULT_JOINT);
        final double value = frame.real(TickField.FAULT_VALUE, 0);
        final StringBuilder text = new StringBuilder(fault.name()).append(": ").append(fault.meaning);
        if (joint >= 0) {
            text.append(", ").append(A1.jointName(joint));
        }
        if (Double.isFinite(value)) {
            text.append(String.format(Locale.ROOT, " (%.4g %s)", value, fault.unit));
        }
        return text.append("; ").append(advice(fault)).toString();
    }

    private static String advice(final Fault fault) {
        return switch (fault) {
            case NONE -> "nothing to do";
            case STATE_STALE -> "check the robot's power, the cable or the simulator, then clear the fault";
            case STATE_DELAYED -> "check the network between robot and computer, then clear the fault";
            case ROBOT_TICK_STUCK -> "switch the robot off and on, then clear the fault";
            case ROBOT_TICK_UNUSABLE -> "check that the robot's software fits; old states cannot be told from new ones";
            case STATE_NOT_FINITE -> "a sensor or the link is broken; do not walk before it is found";
            case TILT -> "put the robot on its feet, then clear the fault";
            case JOINT_POSITION, JOINT_SPEED -> "free the legs, check for loose joints, then clear the fault";
            case JOINT_TORQUE, POWER -> "check for blocked legs or too much load, then clear the fault";
            case TEMPERATURE -> "let the motors cool, then clear the fault";
            case COMMAND_NOT_FINITE -> "a defect of the controller; keep the report and do not walk";
            case STAND_UP_FAILED -> "put the robot flat on free ground, legs folded, then clear the fault";
            case TICKS_MISSED -> "free the computer of other work or lower --rate, then clear the fault";
        };
    }
}
