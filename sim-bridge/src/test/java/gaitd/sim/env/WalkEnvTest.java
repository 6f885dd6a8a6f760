package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gaitd.runtime.config.Config;
import org.junit.jupiter.api.Test;

class WalkEnvTest {
    @Test
    void baselineWalksAsCommanded() {
        final EnvBuffers rows = new EnvBuffers(2);
        rows.command[0] = 0.4;
        rows.command[3] = 0.2;
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(Config.defaults(), 2, 7, 2))) {
            env.reset(rows);
            for (int i = 0; i < 1000; i++) {
                env.step(rows);
                assertFalse(rows.done[0] || rows.done[1], "step " + i);
            }
        }
        assertEquals(4.0, rows.term(0, Term.DISTANCE), 0.3);
        assertEquals(2.0, rows.term(1, Term.DISTANCE), 0.3);
    }
}
