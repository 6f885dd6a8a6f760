package gaitd.bench.faults;

import gaitd.sim.fault.FaultComponent;
import gaitd.sim.fault.FaultForm;
import gaitd.sim.fault.FaultType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Components with the types of fault that each can have, and what each type means, as Markdown. */
final class FaultList {
    private FaultList() {}

    static List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add("| component | faults, with the argument that is usual |");
        lines.add("|---|---|");
        for (final FaultComponent component : FaultComponent.values()) {
            lines.add("| `%s` | %s |"
                    .formatted(
                            component.shape(),
                            component.forms().stream().map(FaultList::text).collect(Collectors.joining(", "))));
        }
        lines.add("");
        lines.add("| type | the component |");
        lines.add("|---|---|");
        for (final FaultType type : FaultType.values()) {
            lines.add("| `%s` | %s |".formatted(type.key(), type.meaning));
        }
        lines.add("");
        lines.add("| in `bench faults` alone | the operator, the process or the file |");
        lines.add("|---|---|");
        for (final OperatorFault fault : OperatorFault.values()) {
            lines.add("| `%s` | %s |".formatted(fault.key(), fault.meaning));
        }
        for (final ProcessFault fault : ProcessFault.values()) {
            lines.add("| `%s`, with `--real-time` | %s |".formatted(fault.key(), fault.meaning));
        }
        return lines;
    }

    private static String text(final FaultForm form) {
        return form.hasArgument()
                ? "%s:%s %s".formatted(form.type().key(), plain(form.usual()), form.unit())
                : form.type().key();
    }

    private static String plain(final double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
