package gaitd.robot.world;

import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.Engine;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.TerrainKind;
import gaitd.sim.terrain.Terrains;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Parses options of the simulated world, or refuses with one line that says what was expected. */
public final class WorldInputs {
    private WorldInputs() {}

    static Terrain terrain(final String name, final long seed) {
        try {
            return Terrains.parse(name, seed);
        } catch (final IllegalArgumentException e) {
            throw new ConfigException("--" + e.getMessage());
        }
    }

    /** Names of grounds with commas between them; a comma inside a name is followed by no kind of ground. */
    public static List<String> terrains(final String names) {
        final String kinds =
                Arrays.stream(TerrainKind.values()).map(TerrainKind::id).collect(Collectors.joining("|"));
        final List<String> each = List.of(names.split(",(?=(?:" + kinds + ")(?:[:,]|$))"));
        each.forEach(name -> terrain(name, 1));
        return each;
    }

    public static Engine engine(final String name) {
        if (name == null) {
            return Engine.EMBEDDED;
        }
        for (final Engine engine : Engine.values()) {
            if (engine.key().equals(name)) {
                return engine;
            }
        }
        throw new ConfigException("--engine " + name + " is not a physics engine: expected "
                + Arrays.stream(Engine.values()).map(Engine::key).collect(Collectors.joining(" or ")));
    }

    public static World.Push push(final String text) {
        if (text == null) {
            return null;
        }
        final int colon = text.indexOf(':');
        try {
            final double speed = Double.parseDouble(text.substring(0, Math.max(colon, 0)));
            final double every = Double.parseDouble(text.substring(colon + 1));
            return new World.Push(
                    Inputs.inRange("--push M/S", speed, 0, 5, "m/s"),
                    Inputs.inRange("--push EVERY_S", every, 0.1, 3600, "s"));
        } catch (final NumberFormatException e) {
            throw new ConfigException(
                    "--push " + text + " is not M/S:EVERY_S: expected two numbers, for example --push 0.5:5");
        }
    }
}
