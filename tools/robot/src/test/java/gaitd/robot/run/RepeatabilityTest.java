package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gaitd.robot.testing.ChildJvm;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatabilityTest {
    @TempDir
    Path folder;

    private String digest(final String name, final String seed) throws Exception {
        final Path report = folder.resolve(name);
        try (ChildJvm run = new ChildJvm(
                folder,
                "run",
                "--lockstep",
                "--seconds",
                "8",
                "--vx",
                "0.3",
                "--yaw",
                "0.2",
                "--terrain",
                "rough:0.02",
                "--push",
                "0.3:3",
                "--seed",
                seed,
                "--json",
                report.toString())) {
            run.exitCode();
        }
        return JsonDocument.of(report).text("frames_sha256");
    }

    @Tag("slow")
    @Test
    void sameSeedGivesTheSameFramesInTwoJvms() throws Exception {
        final String first = digest("a.json", "5");
        assertEquals(first, digest("b.json", "5"));
        assertNotEquals(first, digest("c.json", "6"));
    }
}
