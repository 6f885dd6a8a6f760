package gaitd.sim.fault;

import gaitd.runtime.config.ConfigException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads requests for faults, {@code NAME[:ARGUMENT]@T[..[T]]}, or refuses with one line that says what was expected. */
public final class FaultGrammar {
    private static final String SHAPE = "expected NAME[:ARGUMENT]@T[..T], such as joint.FR_calf.angle.offset:0.3@5..8";

    private static final String BROKEN_BY_BENCH = "; 'gaitd bench faults' breaks it";
    private static final Map<String, String> NOT_OF_A_ROBOT = Map.of(
            "operator",
            BROKEN_BY_BENCH,
            "process",
            BROKEN_BY_BENCH + " as control or companion, with --real-time",
            "control",
            BROKEN_BY_BENCH + " with --real-time",
            "companion",
            BROKEN_BY_BENCH + " with --real-time",
            "clock",
            ": control reads the monotonic clock alone, which cannot be set",
            "disk",
            ": control writes no file; fill the disk of whoever records",
            "memory",
            ": control takes none after its start; give the others less with java's -Xmx");

    private FaultGrammar() {}

    /**
     * Reads a fault with its times.
     *
     * @param text such as {@code state.delayed:40@5..}
     * @return the fault
     * @throws ConfigException in one line
     */
    public static InjectedFault parse(final String text) {
        final int at = text.indexOf('@');
        if (at < 0) {
            throw new ConfigException("fault " + text + " does not say when: " + SHAPE);
        }
        final String times = text.substring(at + 1);
        final int dots = times.indexOf("..");
        final double fromS = number(text, dots < 0 ? times : times.substring(0, dots));
        final String end = dots < 0 ? "" : times.substring(dots + 2);
        final double toS = end.isEmpty() ? Double.POSITIVE_INFINITY : number(text, end);
        if (!(fromS >= 0 && toS > fromS)) {
            throw new ConfigException("fault " + text + " has no time to be there: " + SHAPE
                    + ", times 0 or more in seconds, the second after the first");
        }
        return parse(text.substring(0, at), fromS, toS);
    }

    /**
     * Reads a fault whose times are known.
     *
     * @param text {@code NAME[:ARGUMENT]}
     * @param fromS from when, s
     * @param toS until when, s
     * @return the fault
     * @throws ConfigException in one line
     */
    public static InjectedFault parse(final String text, final double fromS, final double toS) {
        final int colon = text.indexOf(':');
        final String[] words = (colon < 0 ? text : text.substring(0, colon)).split("\\.", -1);
        final String type = words[words.length - 1];
        final FaultComponent component = component(text, words);
        final boolean several = component.instances != FaultInstances.ONE;
        final String part = several ? words[1] : "";
        final int bits = several ? component.instances.bits(part) : 1;
        if (bits == 0) {
            throw new ConfigException("fault " + text + ": there is no " + component.group + " " + part
                    + "; expected all, " + String.join(", ", component.instances.names()));
        }
        final FaultForm form = component.forms().stream()
                .filter(one -> one.type().key().equals(type))
                .findFirst()
                .orElseThrow(() -> new ConfigException("fault " + text + ": " + component.key() + " cannot be " + type
                        + "; it can be " + types(component)));
        final double argument = colon < 0 ? form.usual() : argument(text, text.substring(colon + 1), form);
        return new InjectedFault(component, part, bits, form.type(), argument, fromS, toS);
    }

    private static FaultComponent component(final String text, final String... words) {
        final List<FaultComponent> group = Arrays.stream(FaultComponent.values())
                .filter(one -> one.group.equals(words[0]))
                .toList();
        for (final FaultComponent one : group) {
            final int part = one.instances == FaultInstances.ONE ? 0 : 1;
            final int quantity = one.quantity.isEmpty() ? 0 : 1;
            if (words.length == 2 + part + quantity && (quantity == 0 || words[1 + part].equals(one.quantity))) {
                return one;
            }
        }
        if (NOT_OF_A_ROBOT.containsKey(words[0])) {
            throw new ConfigException(
                    "fault " + text + ": " + words[0] + " belongs to the controller's computer, which is"
                            + " not simulated" + NOT_OF_A_ROBOT.get(words[0]));
        }
        final String shapes = (group.isEmpty() ? List.of(FaultComponent.values()) : group)
                .stream().map(FaultComponent::shape).collect(Collectors.joining(", "));
        throw new ConfigException("fault " + text + ": there is no such part to fail; expected " + shapes);
    }

    private static String types(final FaultComponent component) {
        return component.forms().stream().map(form -> form.type().key()).collect(Collectors.joining(", "));
    }

    private static double argument(final String text, final String given, final FaultForm form) {
        if (!form.hasArgument()) {
            throw new ConfigException(
                    "fault " + text + ": " + form.type().key() + " takes no argument; leave :" + given + " out");
        }
        final double value = number(text, given);
        if (!(value >= form.min() && value <= form.max())) {
            throw new ConfigException("fault " + text + ": " + form.type().key() + " of " + given
                    + " is out of range; expected " + form.min() + " to " + form.max() + " " + form.unit());
        }
        return value;
    }

    private static double number(final String text, final String given) {
        try {
            return Double.parseDouble(given);
        } catch (final NumberFormatException e) {
            throw new ConfigException("fault " + text + ": '" + given + "' is not a number; " + SHAPE);
        }
    }
}
