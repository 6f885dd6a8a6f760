package gaitd.sim.fault;

import java.math.BigDecimal;

/**
 * One fault as asked for.
 *
 * @param component what fails
 * @param part name of the joint, leg or foot, {@code all}, or empty where there is one
 * @param bits the parts that it means
 * @param type in which way
 * @param argument by how much; NaN for a type without argument
 * @param fromS from when, on the robot's time, s
 * @param toS until when; infinite for ever, s
 */
public record InjectedFault(
        FaultComponent component, String part, int bits, FaultType type, double argument, double fromS, double toS) {
    /**
     * Whether it is in force.
     *
     * @param timeS the robot's time, s
     * @return true from its first moment to just before its last
     */
    public boolean isActive(final double timeS) {
        return timeS >= fromS && timeS < toS;
    }

    /** Whether a fault that comes and goes is there; others are whenever they are in force. */
    boolean isOff(final double timeS) {
        final double turnS = argument * 1e-3;
        return type != FaultType.INTERMITTENT || Math.floor((timeS - fromS) / turnS) % 2 == 0;
    }

    /**
     * Its name without argument and times.
     *
     * @return such as {@code joint.FR_calf.angle.offset}
     */
    public String name() {
        final StringBuilder name = new StringBuilder(component.group);
        for (final String word : new String[] {part, component.quantity, type.key()}) {
            name.append(word.isEmpty() ? "" : ".").append(word);
        }
        return name.toString();
    }

    /**
     * The request that means it.
     *
     * @return such as {@code joint.FR_calf.angle.offset:0.3@5..8}
     */
    public String text() {
        return name()
                + (Double.isNaN(argument) ? "" : ":" + plain(argument))
                + "@" + plain(fromS) + ".."
                + (Double.isInfinite(toS) ? "" : plain(toS));
    }

    private static String plain(final double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
