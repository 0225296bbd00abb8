package ai.fastrouter.camel.test.chat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** Finds a small calculation in a question and works it out. */
final class Arithmetic {

    /** Longer questions are no small calculations, and nesting has an end. */
    private static final int LIMIT = 500;

    private final String text;
    private int at;

    private Arithmetic(String text) {
        this.text = text;
    }

    /** For example {@code 2 + 3 * 4 = 14}; empty when the question holds no calculation. */
    static Optional<String> solve(String question) {
        if (question.length() > LIMIT) {
            return Optional.empty();
        }
        String plain = question.toLowerCase(Locale.ROOT)
                .replace("multiplied by", "*")
                .replace("divided by", "/")
                .replace(" plus ", " + ")
                .replace(" minus ", " - ")
                .replace(" times ", " * ")
                .replace('×', '*')
                .replace('÷', '/');
        for (int i = 0; i < plain.length(); i++) {
            boolean starts = Character.isDigit(plain.charAt(i)) || plain.charAt(i) == '(';
            char before = i == 0 ? ' ' : plain.charAt(i - 1);
            boolean inWord = Character.isLetterOrDigit(before) || "-/.:".indexOf(before) >= 0;
            if (starts && !inWord) {
                Optional<String> solved = at(plain.substring(i));
                if (solved.isPresent()) {
                    return solved;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> at(String text) {
        Arithmetic parser = new Arithmetic(text);
        try {
            BigDecimal value = parser.sum();
            String expression = text.substring(0, parser.at).trim();
            boolean calculation = expression.chars().anyMatch(c -> "+-*/".indexOf(c) >= 0);
            boolean date = expression.matches("\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{2,4}");
            return calculation && !date
                    ? Optional.of(
                            expression + " = " + value.stripTrailingZeros().toPlainString())
                    : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (true) {
            int before = at;
            char operator = next();
            if (operator != '+' && operator != '-' || !operandFollows()) {
                at = before;
                return value;
            }
            value = operator == '+' ? value.add(product()) : value.subtract(product());
        }
    }

    private BigDecimal product() {
        BigDecimal value = operand();
        while (true) {
            int before = at;
            char operator = next();
            if (operator != '*' && operator != '/' || !operandFollows()) {
                at = before;
                return value;
            }
            value = operator == '*' ? value.multiply(operand()) : value.divide(operand(), MathContext.DECIMAL64);
        }
    }

    private BigDecimal operand() {
        blanks();
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            BigDecimal value = sum();
            if (next() != ')') {
                throw new ArithmeticException("unbalanced");
            }
            return value;
        }
        int start = at;
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
        }
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || decimalPoint())) {
            at++;
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw new ArithmeticException("no number");
        }
    }

    private boolean decimalPoint() {
        return text.charAt(at) == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private boolean operandFollows() {
        blanks();
        return at < text.length()
                && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '(' || text.charAt(at) == '-');
    }

    private char next() {
        blanks();
        return at < text.length() ? text.charAt(at++) : 0;
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }
}
