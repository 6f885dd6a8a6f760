package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of layouts is complete and could be one. */
class LayoutTest {
    @Test
    void namesItsVersions() {
        assertEquals("2.2.2, 3.3.2, 3.3.5, 3.13.0", Layout.names());
        assertNull(Layout.of(223));
    }

    @ParameterizedTest
    @ValueSource(ints = {222, 332, 335, 3_013_000})
    void fieldsOfAStructureAreApartAndAligned(final int version) {
        final Layout layout = Layout.of(version);
        assertNotNull(layout);
        final Map<Field, Long> places = new EnumMap<>(Field.class);
        for (final Field field : Field.values()) {
            places.put(field, layout.at(field));
            assertEquals(0, layout.at(field) % (field.isPointer() ? 8 : 4), field.key());
        }
        final Set<String> taken = new HashSet<>();
        places.forEach((field, at) -> {
            final String structure = field.key().substring(0, field.key().indexOf('.'));
            assertTrue(taken.add(structure + at), field.key() + " shares its place");
        });
        assertEquals(version >= 300, layout.hasMidphase());
    }
}
