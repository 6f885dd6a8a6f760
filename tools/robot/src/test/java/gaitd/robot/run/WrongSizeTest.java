package gaitd.robot.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class WrongSizeTest {
    @TempDir
    Path folder;

    @Test
    void neverStandsUpOnDatagramsOfWrongSizeAndSaysHowMany() throws IOException {
        FakeRobotSocket.assertDropped(FakeRobotSocket.shortState(), "of wrong size", folder);
    }
}
