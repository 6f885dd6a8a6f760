package gaitd.robot.report;

import gaitd.hal.A1;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A latched fault as text: meaning, value, joint, what the robot does about it, and what a person does. */
public final class FaultText {
    private static final Fault[] FAULTS = Fault.values();
    private static final Reaction[] REACTIONS = Reaction.values();

    private FaultText() {}

    /**
     * One line about the fault in a frame, with a word first that says how grave it is.
     *
     * @param frame a frame with a fault
     * @return the line, beginning with FAULT, or with WARNING when the robot goes on
     */
    public static String headline(final TickFrame frame) {
        final Reaction reaction = REACTIONS[(int) frame.get(TickField.REACTION)];
        return (reaction.atLeast(Reaction.STOP_WALKING) ? "FAULT " : "WARNING ") + describe(frame);
    }

    /**
     * Guards that a configuration has turned off.
     *
     * @param frame any frame
     * @return for every line of the robot's state: empty when all are on
     */
    public static String guardsOff(final TickFrame frame) {
        final long bits = frame.get(TickField.GUARDS_OFF_BITS);
        if (bits == 0) {
            return "";
        }
        return Arrays.stream(FAULTS)
                .filter(fault -> (bits & fault.bit()) != 0)
                .map(Fault::name)
                .collect(Collectors.joining(" ", "GUARDS OFF: ", ""));
    }

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
        return text.append("; the robot ")
                .append(fault.reaction.meaning)
                .append("; ")
                .append(fault.remedy)
                .toString();
    }
}
