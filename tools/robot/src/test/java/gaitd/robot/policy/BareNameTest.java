package gaitd.robot.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file in the working directory that has the name of a policy of the program. */
class BareNameTest {
    private static final Path NAME = TrainedPolicies.BEST;

    @AfterEach
    void remove() throws IOException {
        Files.deleteIfExists(NAME);
    }

    @Test
    void doesNotTakeItsPlace() throws IOException {
        final BundleFiles before = PolicyFiles.read(NAME);
        Files.writeString(NAME, "something else");
        final BundleFiles after = PolicyFiles.read(NAME);
        assertArrayEquals(before.copy(BundlePart.MANIFEST), after.copy(BundlePart.MANIFEST));
        final Path here = Path.of(".", NAME.toString());
        assertThrows(BundleException.class, () -> PolicyFiles.read(here));
    }
}
