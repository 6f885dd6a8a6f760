package gaitd.robot.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class BadCrcTest {
    @TempDir
    Path folder;

    @Test
    void neverStandsUpOnDatagramsWithBadCrcAndSaysHowMany() throws IOException {
        FakeRobotSocket.assertDropped(FakeRobotSocket.corruptState(), "with a bad checksum", folder);
    }
}
