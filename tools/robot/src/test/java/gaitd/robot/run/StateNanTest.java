package gaitd.robot.run;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class StateNanTest {
    @TempDir
    Path folder;

    @Test
    void neverStandsUpOnStatesWithNanAndSaysHowMany() throws IOException {
        FakeRobotSocket.assertDropped(FakeRobotSocket.state(Double.NaN), "with values that are not numbers", folder);
    }
}
