package gaitd.robot.fleet;

import gaitd.robot.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Robots as a table for people, or as a report. */
final class FleetTable {
    private FleetTable() {}

    /** Lines of the table, with a heading; robots of one group, or all when it is null. */
    static List<String> lines(final FleetBook book, final String group) {
        final List<String> lines = new ArrayList<>();
        lines.add("%-12s %-8s %-7s %-10s %-28s %-11s %s"
                .formatted("robot", "group", "", "version", "policy", "published", "why"));
        for (final FleetBook.Robot robot : book.all()) {
            if (group == null || group.equals(robot.group())) {
                lines.add(line(robot));
            }
        }
        return lines;
    }

    private static String line(final FleetBook.Robot robot) {
        final FleetReport report = robot.report();
        return "%-12s %-8s %-7s %-10s %-28s %-11s %s"
                .formatted(
                        robot.serial(),
                        robot.group(),
                        robot.isOnline() ? "online" : "offline",
                        robot.version(),
                        report == null ? "-" : report.policy(),
                        report == null ? "takes none" : report.state(),
                        report == null ? "" : report.why())
                .stripTrailing();
    }

    /** The same, for programs. */
    static Report report(final FleetBook book, final String group) {
        final List<Map<String, Object>> robots = new ArrayList<>();
        for (final FleetBook.Robot robot : book.all()) {
            if (group == null || group.equals(robot.group())) {
                final Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("serial", robot.serial());
                fields.put("group", robot.group());
                fields.put("online", robot.isOnline());
                fields.put("version", robot.version());
                fields.put("report", robot.report());
                robots.add(fields);
            }
        }
        return new Report().put("robots", robots).put("messages_refused", book.refused());
    }
}
