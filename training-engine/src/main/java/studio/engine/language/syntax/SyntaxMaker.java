package studio.engine.language.syntax;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import studio.engine.language.syntax.generated.StrategyParser;
import studio.engine.language.tree.BinaryOperator;
import studio.engine.language.tree.UnaryOperator;

/** Makes expressions of the parser's trees, whose depth {@link Nesting} has bounded. */
final class SyntaxMaker {
    private static final Map<String, BinaryOperator> OPERATORS = operators();

    private final Problems problems;

    SyntaxMaker(Problems problems) {
        this.problems = problems;
    }

    private static Map<String, BinaryOperator> operators() {
        Map<String, BinaryOperator> operators = new HashMap<>();
        for (BinaryOperator operator : BinaryOperator.values()) {
            operators.put(operator.sign(), operator);
        }
        return Map.copyOf(operators);
    }

    static Span span(ParserRuleContext context) {
        return Tokens.span(context.getStart()).to(Tokens.span(context.getStop()));
    }

    Syntax expression(StrategyParser.ExpressionContext e) {
        Span span = span(e);
        if (e instanceof StrategyParser.LeafContext leaf) {
            return primary(leaf.primary());
        } else if (e instanceof StrategyParser.BinaryContext binary) {
            Token sign = binary.sign;
            return new Syntax.Binary(
                    span,
                    operator(sign),
                    Tokens.span(sign),
                    expression(binary.expression(0)),
                    expression(binary.expression(1)));
        } else if (e instanceof StrategyParser.AgoContext ago) {
            return new Syntax.Ago(span, expression(ago.expression(0)), expression(ago.expression(1)));
        } else if (e instanceof StrategyParser.OutputContext output) {
            return output(span, output);
        } else if (e instanceof StrategyParser.NegativeContext negative) {
            return new Syntax.Unary(span, UnaryOperator.NEGATE, expression(negative.expression()));
        } else if (e instanceof StrategyParser.NotContext not) {
            return new Syntax.Unary(span, UnaryOperator.NOT, expression(not.expression()));
        }
        StrategyParser.ChoiceContext choice = (StrategyParser.ChoiceContext) e;
        return new Syntax.Choice(
                span,
                expression(choice.expression(0)),
                expression(choice.expression(1)),
                expression(choice.expression(2)));
    }

    private static BinaryOperator operator(Token sign) {
        BinaryOperator operator = OPERATORS.get(sign.getText());
        if (operator == null) {
            throw new IllegalStateException("the grammar has an operator that the tree lacks: " + sign.getText());
        }
        return operator;
    }

    private Syntax output(Span span, StrategyParser.OutputContext output) {
        Syntax of = expression(output.expression());
        StrategyParser.MemberContext member = output.member();
        Span nameSpan = span(member.name());
        String name = member.name().getText();
        if (member.open != null && of instanceof Syntax.Name space) {
            return new Syntax.Call(
                    span, space.span().to(nameSpan), space.name() + "." + name, arguments(member.expression()));
        }
        if (member.open != null) {
            return new Syntax.Call(span, nameSpan, name, arguments(member.expression()));
        }
        return new Syntax.Output(span, of, nameSpan, name);
    }

    private Syntax primary(StrategyParser.PrimaryContext primary) {
        if (primary instanceof StrategyParser.NumberValueContext number) {
            return number(number.NUMBER().getSymbol(), null);
        } else if (primary instanceof StrategyParser.TextValueContext text) {
            return text(text.TEXT().getSymbol());
        } else if (primary instanceof StrategyParser.YesNoValueContext yesNo) {
            return yesNo(yesNo.yesNo());
        } else if (primary instanceof StrategyParser.StopValueContext) {
            return new Syntax.Stop(span(primary));
        } else if (primary instanceof StrategyParser.GroupContext group) {
            return new Syntax.Group(span(group), expression(group.expression()));
        }
        StrategyParser.NameOrCallContext name = (StrategyParser.NameOrCallContext) primary;
        return name.open == null
                ? new Syntax.Name(span(name), name.name().getText())
                : new Syntax.Call(span(name), span(name.name()), name.name().getText(), arguments(name.expression()));
    }

    private List<Syntax> arguments(List<StrategyParser.ExpressionContext> written) {
        List<Syntax> arguments = new ArrayList<>();
        for (StrategyParser.ExpressionContext argument : written) {
            arguments.add(expression(argument));
        }
        return arguments;
    }

    Syntax literal(StrategyParser.LiteralContext literal) {
        if (literal.number() != null) {
            return number(literal.number());
        }
        return literal.TEXT() != null ? text(literal.TEXT().getSymbol()) : yesNo(literal.yesNo());
    }

    Syntax.Number number(StrategyParser.NumberContext number) {
        return number(number.NUMBER().getSymbol(), number.sign);
    }

    private Syntax.Number number(Token token, @Nullable Token sign) {
        Span span = sign == null ? Tokens.span(token) : Tokens.span(sign).to(Tokens.span(token));
        String digits = token.getText().replace("_", "");
        boolean percent = digits.endsWith("%");
        double value = percent ? percent(digits.substring(0, digits.length() - 1)) : Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            problems.add(span, Problems.quote(token.getText()) + " is too large for a number.");
            value = 0;
        }
        boolean whole = !percent && value == Math.rint(value) && digits.indexOf('.') < 0 && digits.indexOf('-') < 0;
        return new Syntax.Number(span, sign == null ? value : -value, whole);
    }

    /** As exact as the digits: 2% is the double that is nearest to 0.02. */
    private static double percent(String digits) {
        boolean exponent = digits.indexOf('e') >= 0 || digits.indexOf('E') >= 0;
        return exponent
                ? Double.parseDouble(digits) / 100
                : new BigDecimal(digits).movePointLeft(2).doubleValue();
    }

    static Syntax.Text text(Token token) {
        String quoted = token.getText();
        return new Syntax.Text(Tokens.span(token), quoted.substring(1, quoted.length() - 1));
    }

    private static Syntax.YesNo yesNo(StrategyParser.YesNoContext yesNo) {
        return new Syntax.YesNo(span(yesNo), yesNo.YES() != null);
    }
}
