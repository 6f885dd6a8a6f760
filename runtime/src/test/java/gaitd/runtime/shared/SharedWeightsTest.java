package gaitd.runtime.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedWeightsTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void name() {
        folder = temporary.resolve("shared");
    }

    @Test
    void oneLearnerAControlProcess() {
        SharedFolder.create(folder).close();
        try (SharedWeights first = SharedWeights.open(folder)) {
            final String message = assertThrows(SharedException.class, () -> SharedWeights.open(folder))
                    .getMessage();
            assertTrue(message.contains("another learner adapts the policy of the control process on " + folder));
            assertEquals(1, first.slot().publish(new UnsafeBuffer(new byte[8]), 8, 1));
            assertThrows(SharedException.class, () -> SharedWeights.open(folder), "refused learners free no lock");
        }
        SharedWeights.open(folder).close();
    }

    @Test
    void theNextControlProcessTakesAnother() {
        SharedFolder.create(folder).close();
        try (SharedWeights first = SharedWeights.open(folder)) {
            first.slot().publish(new UnsafeBuffer(new byte[8]), 8, 1);
            try (SharedFolder next = SharedFolder.create(folder);
                    SharedWeights second = SharedWeights.open(folder)) {
                second.slot().publish(new UnsafeBuffer(new byte[16]), 16, 1);
                assertTrue(next.learner().weights().take(16));
            }
        }
    }

    @Test
    void needsAControlProcess() {
        assertTrue(assertThrows(SharedException.class, () -> SharedWeights.open(folder))
                .getMessage()
                .contains("there is no control process on " + folder));
    }
}
