package gaitd.robot.guards;

import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The guards as text, the strongest reactions first. */
public final class GuardTable {
    private GuardTable() {}

    private static Stream<Fault> guards() {
        return Arrays.stream(Fault.values())
                .filter(fault -> fault != Fault.NONE)
                .sorted(Comparator.comparing((Fault fault) -> fault.reaction).reversed());
    }

    private static String limit(final Fault fault, final Config config) {
        if (fault.limit == null) {
            return "";
        }
        final double value = config.get(fault.limit);
        return fault.limit.isOff(value) ? "OFF" : fault.limit.text(value) + " " + fault.limit.unit;
    }

    /**
     * The table of docs/guards.md.
     *
     * @param config limits in force
     * @return Markdown, one row a guard
     */
    public static String markdown(final Config config) {
        return guards().map(fault -> String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %s | %s | %d ms | %s |",
                        fault.name(),
                        fault.watches,
                        fault.limit == null ? "" : limit(fault, config) + ", `" + fault.limit.key + "`",
                        fault.reaction.meaning,
                        fault.latencyMs,
                        fault.remedy))
                .collect(Collectors.joining(
                        "\n",
                        "| guard | watches | limit, setting | the robot | within | then a person |\n|---|---|---|---|---|---|\n",
                        "\n"));
    }

    /**
     * The guards for a terminal.
     *
     * @param config limits in force
     * @return three lines a guard
     */
    public static String plain(final Config config) {
        return guards().map(fault -> String.format(
                        Locale.ROOT,
                        "%s: the robot %s, within %d ms%n    watches %s%s%n    then: %s%n",
                        fault.name(),
                        fault.reaction.meaning,
                        fault.latencyMs,
                        fault.watches,
                        fault.limit == null ? "" : "; limit " + limit(fault, config) + " (" + fault.limit.key + ")",
                        fault.remedy))
                .collect(Collectors.joining());
    }
}
