package gaitd.robot.doctor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the control process's unit is installed with sufficient limits. */
final class UnitCheck implements Check {
    private static final String NAME = "control unit";
    private static final String UNIT = "gaitd-control.service";
    private static final String SHOULD =
            "installed, with LimitRTPRIO=" + LimitCheck.PRIORITY_MIN + " or more and LimitMEMLOCK=infinity";
    private static final List<String> FOLDERS =
            List.of("usr/lib/systemd/system/", "run/systemd/system/", "etc/systemd/system/");

    @Override
    public Finding look(final Machine machine) {
        final List<String> lines = new ArrayList<>();
        for (final String folder : FOLDERS) {
            if (machine.exists(folder + UNIT)) {
                lines.clear();
                lines.addAll(machine.lines(folder + UNIT));
            }
        }
        if (lines.isEmpty()) {
            return Finding.warn(
                    NAME,
                    UNIT + " is not installed",
                    SHOULD,
                    "./gaitd package && sudo apt install ./target/gaitd_*_" + (machine.isArm() ? "arm64" : "amd64")
                            + ".deb");
        }
        for (final String folder : FOLDERS) {
            for (final String name : machine.names(folder + UNIT + ".d")) {
                lines.addAll(machine.lines(folder + UNIT + ".d/" + name));
            }
        }
        final Map<String, String> limits = new LinkedHashMap<>();
        limits.put("LimitRTPRIO", "unset");
        limits.put("LimitMEMLOCK", "unset");
        for (final String line : lines) {
            final int equals = line.indexOf('=');
            if (equals > 0) {
                limits.computeIfPresent(
                        line.substring(0, equals).strip(),
                        (key, old) -> line.substring(equals + 1).strip());
            }
        }
        final String priority = limits.get("LimitRTPRIO");
        final String is = "LimitRTPRIO=" + priority + " LimitMEMLOCK=" + limits.get("LimitMEMLOCK");
        final boolean high = priority.equals("infinity")
                || (priority.matches("[0-9]{1,9}") && Integer.parseInt(priority) >= LimitCheck.PRIORITY_MIN);
        return high && limits.get("LimitMEMLOCK").equals("infinity")
                ? Finding.ok(NAME, is)
                : Finding.fail(
                        NAME,
                        is,
                        SHOULD,
                        "printf '[Service]\\nLimitRTPRIO=%s\\nLimitMEMLOCK=infinity\\n' "
                                        .formatted(LimitCheck.PRIORITY_MIN)
                                + "| sudo systemctl edit --stdin " + UNIT);
    }
}
