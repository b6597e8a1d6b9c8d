package studio.engine.language.outline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import studio.engine.language.syntax.Syntax;
import studio.engine.language.tree.BinaryOperator;
import studio.model.strategy.OutlineTerm;

/** Takes a condition apart into terms that are all joined by {@code and}, or all by {@code or}. */
final class Terms {
    private final String text;
    private String join = BinaryOperator.AND.sign();

    Terms(String text) {
        this.text = text;
    }

    /** The word that joins the terms found last. */
    String join() {
        return join;
    }

    /** At least one term; what is no comparison is one that is left to the text. */
    List<OutlineTerm> of(Syntax condition) {
        BinaryOperator operator = BinaryOperator.AND;
        if (condition instanceof Syntax.Binary binary && binary.operator() == BinaryOperator.OR) {
            operator = BinaryOperator.OR;
        }
        join = operator.sign();
        Deque<Syntax> waiting = new ArrayDeque<>();
        waiting.push(condition);
        List<OutlineTerm> terms = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Syntax next = waiting.pop();
            if (next instanceof Syntax.Binary binary && binary.operator() == operator) {
                waiting.push(binary.right());
                waiting.push(binary.left());
            } else {
                terms.add(term(next));
            }
        }
        return terms;
    }

    private OutlineTerm term(Syntax syntax) {
        Syntax inner = syntax;
        while (inner instanceof Syntax.Group group && !isJoined(group.inner())) {
            inner = group.inner();
        }
        if (inner instanceof Syntax.Binary binary
                && OutlineTerm.SIGNS.contains(binary.operator().sign())) {
            return term(syntax, source(binary.left()), binary.operator().sign(), source(binary.right()), false);
        }
        if (inner instanceof Syntax.Call call
                && OutlineTerm.WORDS.contains(call.name())
                && call.arguments().size() == 2) {
            return term(
                    syntax,
                    source(call.arguments().get(0)),
                    call.name(),
                    source(call.arguments().get(1)),
                    false);
        }
        return term(syntax, source(syntax), "", "", !(inner instanceof Syntax.Name));
    }

    private static boolean isJoined(Syntax syntax) {
        return syntax instanceof Syntax.Binary binary
                && (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR);
    }

    private static OutlineTerm term(Syntax syntax, String left, String operator, String right, boolean textOnly) {
        return new OutlineTerm(Outline.range(syntax.span()), left, operator, right, textOnly);
    }

    private String source(Syntax syntax) {
        return syntax.span().of(text);
    }
}
