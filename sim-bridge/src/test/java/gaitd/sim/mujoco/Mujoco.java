package gaitd.sim.mujoco;

import java.io.IOException;
import org.junit.jupiter.api.Assumptions;

/** The library for tests; without one they are skipped and say why. */
final class Mujoco {
    private Mujoco() {}

    static MujocoLibrary library() {
        try {
            return MujocoLibrary.find();
        } catch (IOException e) {
            Assumptions.abort("skipped: " + e.getMessage());
            throw new IllegalStateException(e);
        }
    }
}
