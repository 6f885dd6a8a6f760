package gaitd.sim.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said about names that stand for no ground. */
class TerrainRefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flat:1 | there is nothing to set to \"1\"",
                "flat:a=1 | \"a\" is unknown",
                "rough | its height is missing, must be 0 to 0.1 m",
                "tiles: | height is empty, must be 0 to 0.1 m",
                "tiles:0.11 | height is 0.11, must be 0 to 0.1 m",
                "tiles:0.03,side=0.6 | side is 0.6, must be 0.3 to 0.5 m",
                "tiles:0.03,edge=0.4 | \"edge\" is unknown, must be height or side",
                "tiles:0.03,height=0.02 | height is given twice",
                "tiles:0.03,0.4,0.4 | there is nothing to set to \"0.4\"",
                "tiles:side=0.4 | its height is missing",
                "slope:31 | angle is 31, must be -30 to 30 deg",
                "slope:NaN | angle is NaN",
                "stairs:0.1,steps=2.5 | steps is 2.5, must be 1 to 10, whole",
                "stairs:0.1,tread= | tread is empty, must be 0.2 to 0.6 m",
                "stairs:0.3 | rise is 0.3, must be 0.01 to 0.2 m",
                "waves:high | height is high, must be 0 to 0.15 m",
                "waves:0.1,length=0.5 | length is 0.5, must be 1 to 10 m",
                "gaps:0.01 | width is 0.01, must be 0.05 to 0.4 m",
                "gaps:0.1,depth=2 | depth is 2, must be 0.05 to 1 m",
                "gaps:0.1,beam=0.1 | beam is 0.1, must be 0.2 to 2 m",
                "stepdown:-0.1 | height is -0.1, must be 0.01 to 0.3 m",
                "mixed:2 | hardness is 2, must be 0 to 1",
                "png:a.png,height=3 | height is 3, must be 0 to 2 m",
                "png:a.png,side=5 | side is 5, must be 10 to 100 m",
                "png | its file is missing",
            })
    void saysWhatIsWrongAndWhatIsAllowed(final String name, final String problem) {
        final String message = refused(name);
        assertTrue(message.startsWith("terrain \"" + name + "\": " + problem), message);
        assertTrue(message.contains("the form is " + Terrains.kind(name).form()), message);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownNameGetsAllForms(final TerrainKind kind) {
        assertTrue(refused("lava:1").contains(kind.form()));
    }

    @Test
    void aFileNameThatTheSystemCannotHaveIsRefused() {
        assertTrue(refused("png:a\0b").contains("no file has such a name"));
    }

    private static String refused(final String name) {
        final String message = assertThrows(IllegalArgumentException.class, () -> Terrains.parse(name, 1))
                .getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }
}
