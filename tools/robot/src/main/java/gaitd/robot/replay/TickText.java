package gaitd.robot.replay;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.frame.InputBit;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;

/** What fed a tick, in words. */
final class TickText {
    private TickText() {}

    static String inputs(final TickFrame frame) {
        final StringBuilder text = new StringBuilder(
                InputBit.CAME.isIn(frame)
                        ? "a state of the robot's time " + frame.get(TickField.ARRIVED_ROBOT_TICK)
                        : "no state");
        text.append(", clock ")
                .append(frame.get(TickField.SCHEDULED_NS) + frame.get(TickField.WAKEUP_LATENESS_NS))
                .append(" ns, ")
                .append(Mode.values()[(int) frame.get(TickField.MODE)]);
        if (InputBit.ASKED.isIn(frame)) {
            text.append(", asked for ")
                    .append(OperatorRequest.values()[(int) frame.get(TickField.ASKED_REQUEST)])
                    .append(" and ")
                    .append((float) frame.real(TickField.ASKED_VELOCITY, 0))
                    .append(' ')
                    .append((float) frame.real(TickField.ASKED_VELOCITY, 1))
                    .append(" m/s ")
                    .append((float) frame.real(TickField.ASKED_VELOCITY, 2))
                    .append(" rad/s");
        }
        if (frame.get(TickField.POLICY_STEP_NS) >= 0) {
            text.append(", a policy's step of ")
                    .append(frame.get(TickField.POLICY_STEP_NS))
                    .append(" ns");
        }
        for (final InputBit bit : new InputBit[] {InputBit.STOP, InputBit.LEAVING, InputBit.SILENT}) {
            text.append(bit.isIn(frame) ? ", " + bit : "");
        }
        return text.toString();
    }
}
