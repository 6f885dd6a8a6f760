package gaitd.robot.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TickSchemaTest {
    private static final Pattern LINE =
            Pattern.compile("(u?int|float)(\\d+)(?:\\[(\\d+)])? ([a-z][a-z0-9_]*)(  # .*)?");

    @Test
    void theDefinitionIsAsLongAsTheFrame() {
        int bytes = 0;
        for (final String line : TickSchema.text().lines().toList()) {
            final Matcher field = LINE.matcher(line);
            assertTrue(field.matches(), line);
            bytes += Integer.parseInt(field.group(2))
                    / 8
                    * (field.group(3) == null ? 1 : Integer.parseInt(field.group(3)));
        }
        assertEquals(TickFrame.SIZE, bytes);
    }

    @Test
    void namesHaveTheirUnits() {
        assertEquals("q_rad", TickSchema.name(TickField.Q));
        assertEquals("ddq_rad_s2", TickSchema.name(TickField.DDQ));
        assertEquals("kp_command_nm_rad", TickSchema.name(TickField.KP_COMMAND));
        assertEquals("tau_nm", TickSchema.name(TickField.TAU));
        assertEquals("compute_ns", TickSchema.name(TickField.COMPUTE_NS));
        assertEquals("motor_temperature_deg_c", TickSchema.name(TickField.MOTOR_TEMPERATURE));
        assertEquals("command", TickSchema.name(TickField.COMMAND));
        assertEquals("fault_value", TickSchema.name(TickField.FAULT_VALUE));
    }
}
