package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A layout that is wrong in any field is found out without a crash. */
class LibraryCheckTest {
    @ParameterizedTest
    @EnumSource(Field.class)
    void findsAFieldThatIsElsewhere(final Field field) {
        final MujocoLibrary library = Mujoco.library();
        for (final int bytes : new int[] {8, -8, 16, 40}) {
            final Layout moved =
                    library.layout().with(field, Math.max(0, library.layout().at(field) + bytes));
            // Before qpos0 is the buffer's own address, which is that of its first array, qpos0.
            final boolean same = field == Field.MODEL_QPOS0 && bytes == -8;
            if (moved.at(field) != library.layout().at(field) && !same) {
                final IOException refused = assertThrows(
                        IOException.class,
                        () -> MujocoLibrary.prove(library.calls(), moved, library.path()),
                        field + " moved by " + bytes);
                assertTrue(refused.getMessage().contains("is not where the headers"), refused.getMessage());
            }
        }
    }
}
