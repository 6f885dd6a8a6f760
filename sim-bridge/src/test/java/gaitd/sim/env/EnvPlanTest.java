package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.terrain.Terrain;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvPlanTest {
    private static final List<Terrain> ONE = List.of(Terrain.FLAT);

    private static String refusal(
            final String toml, final List<Terrain> terrains, final int threads, final double episodeS) {
        final Config config = new Config.Builder().toml(toml, "t.toml").conclude();
        final ConfigException e =
                assertThrows(ConfigException.class, () -> new EnvPlan(config, terrains, 1, threads, episodeS));
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        return e.getMessage();
    }

    @Test
    void namesBothRatesThatDoNotFit() {
        final String policy = refusal("policy.rate_hz = 150", ONE, 1, 20);
        assertTrue(policy.contains("policy.rate_hz = 150") && policy.contains("loop.rate_hz = 500"), policy);
        final String physics = refusal("loop.rate_hz = 400\npolicy.rate_hz = 100", ONE, 1, 20);
        assertTrue(physics.contains("sim.step_us = 1000") && physics.contains("loop.rate_hz = 400"), physics);
    }

    @Test
    void refusesNothingToStepAndNobodyToStepIt() {
        assertTrue(refusal("", List.of(), 1, 20).contains("at least one robot"));
        assertTrue(refusal("", ONE, 0, 20).contains("at least 1 thread"));
    }

    @Test
    void refusesAnEpisodeShorterThanAStep() {
        assertTrue(refusal("", ONE, 1, 0.001).contains("0.001 s"));
        assertTrue(refusal("", ONE, 1, Double.NaN).contains("NaN"));
    }
}
