package gaitd.robot.report;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.policy.PolicyFault;
import java.util.Locale;

/** State and faults of policies as text. */
public final class PolicyText {
    private static final PolicyFault[] FAULTS = PolicyFault.values();

    private PolicyText() {}

    /**
     * The policy fault in a frame.
     *
     * @param frame not modified
     * @return it, or {@link PolicyFault#NONE}
     */
    public static PolicyFault fault(final TickFrame frame) {
        return FAULTS[Math.clamp(frame.get(TickField.POLICY_FAULT), 0, FAULTS.length - 1)];
    }

    /**
     * One line about the policy fault in a frame.
     *
     * @param frame a frame with a policy fault
     * @return the line
     */
    public static String describe(final TickFrame frame) {
        final PolicyFault fault = fault(frame);
        final long output = frame.get(TickField.POLICY_FAULT_OUTPUT);
        final double value = frame.real(TickField.POLICY_FAULT_VALUE, 0);
        final StringBuilder text = new StringBuilder(fault.name())
                .append(" of policy ")
                .append(frame.get(TickField.POLICY_FAULT_OF))
                .append(": ")
                .append(fault.meaning);
        if (output >= 0) {
            text.append(", output ").append(output);
        }
        if (Double.isFinite(value)) {
            text.append(String.format(Locale.ROOT, " (%.4g %s)", value, fault.unit));
        }
        return text.append("; the robot walks on without it").toString();
    }

    /**
     * The policy of a frame as short text.
     *
     * @param frame not modified
     * @return such as {@code policy 1 at 100 %}, and what adapting does; empty when there are no policies
     */
    public static String state(final TickFrame frame) {
        final long policy = frame.get(TickField.POLICY);
        if (policy == 0) {
            return "";
        }
        final double percent = 100 * frame.real(TickField.POLICY_SHARE, 0);
        if (fault(frame) != PolicyFault.NONE) {
            return String.format(Locale.ROOT, "policy %s at %.0f %%", fault(frame), percent);
        }
        final String adapting = AdaptText.state(frame);
        return String.format(
                Locale.ROOT,
                "policy %s at %.0f %%%s",
                policy < 0 ? "off" : Long.toString(policy),
                percent,
                adapting.isEmpty() ? adapting : ", " + adapting);
    }
}
