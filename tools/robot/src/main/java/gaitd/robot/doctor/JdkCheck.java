package gaitd.robot.doctor;

import java.util.ArrayList;
import java.util.List;

/** Whether there is a JDK that services may use: one outside of home folders. */
final class JdkCheck implements Check {
    private static final String NAME = "Java";
    private static final String FOLDER = "usr/lib/jvm";
    private static final String VERSION = "25";

    @Override
    public Finding look(final Machine machine) {
        final List<String> others = new ArrayList<>();
        for (final String home : machine.names(FOLDER)) {
            for (final String line : machine.lines(FOLDER + "/" + home + "/release")) {
                if (line.startsWith("JAVA_VERSION=")) {
                    final String version =
                            line.substring("JAVA_VERSION=".length()).replace("\"", "");
                    if (version.equals(VERSION) || version.startsWith(VERSION + ".")) {
                        return Finding.ok(NAME, version + " in /" + FOLDER + "/" + home);
                    }
                    others.add(version);
                }
            }
        }
        return Finding.fail(
                NAME,
                others.isEmpty() ? "none in /" + FOLDER : "only " + String.join(", ", others) + " in /" + FOLDER,
                "a JDK " + VERSION + " in /" + FOLDER + ", where services find it",
                "sudo apt install temurin-25-jdk  # after adding Adoptium's packages, see docs/operations.md");
    }
}
