package studio.desktop.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import studio.model.job.ParameterRange;

/** {@code --param name=min:max[:step]} or {@code --param name=v1,v2,…}. */
record ParameterOption(String name, ParameterRange range) {

    static final class Converter implements ITypeConverter<ParameterOption> {
        @Override
        public ParameterOption convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw wrong(text);
            }
            String name = text.substring(0, equals);
            String value = text.substring(equals + 1);
            return new ParameterOption(name, value.contains(":") ? interval(text, value) : listed(value));
        }

        private static ParameterRange interval(String text, String value) {
            String[] parts = value.split(":", -1);
            if (parts.length > 3) {
                throw wrong(text);
            }
            double min = number(text, parts[0]);
            double max = number(text, parts[1]);
            return ParameterRange.between(min, max, parts.length == 3 ? number(text, parts[2]) : null);
        }

        private static ParameterRange listed(String value) {
            List<Object> values = Arrays.stream(value.split(","))
                    .map(String::strip)
                    .map(Converter::numberOrText)
                    .toList();
            return ParameterRange.of(values);
        }

        private static Object numberOrText(String value) {
            try {
                double number = Double.parseDouble(value);
                boolean whole = number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE;
                return whole ? (Object) (int) number : (Object) number;
            } catch (NumberFormatException e) {
                return value;
            }
        }

        private static double number(String text, String part) {
            try {
                return Double.parseDouble(part);
            } catch (NumberFormatException e) {
                throw wrong(text);
            }
        }

        private static TypeConversionException wrong(String text) {
            return new TypeConversionException(
                    "'" + text + "' is not name=min:max, name=min:max:step or name=value,value,…");
        }
    }
}
