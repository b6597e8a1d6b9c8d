/*
 * The language that analysts write strategies in. The program gives the parser one statement at a time: what is a statement is
 * decided on the tokens (see Statements), so that one broken line never hides another.
 */
grammar Strategy;

statement
    : ( header
      | input
      | definition
      | require
      | enter
      | exit
      | stop
      | target
      | trail
      | breakEven
      | size
      ) EOF
    ;

header : STRATEGY title=TEXT description=TEXT? ;

input : INPUT name '=' literal IN allowed inputPart* activity? ;

allowed
    : low=number '..' high=number                    # range
    | '[' literal ( ',' literal )* ']'               # list
    ;

inputPart
    : STEP number                                    # stepPart
    | UNIT TEXT                                      # unitPart
    | TEXT                                           # helpPart
    ;

activity
    : WHEN name ( '==' literal | IN '[' literal ( ',' literal )* ']' )
    ;

definition : name '=' expression ;

require : REQUIRE expression ;

enter : ENTER side WHEN expression ;

exit : EXIT ( side? WHEN condition=expression | AFTER count=expression ( BAR | BARS ) ) ;

stop : STOP side? AT? expression ;

target : TARGET side? AT? expression ;

trail : TRAIL side? ( AT | FOLLOWING )? expression ;

breakEven : BREAKEVEN AFTER expression ;

size : SIZE ( RISK | EQUITY | VOLATILITY ) expression ;

side : LONG | SHORT ;

literal : number | TEXT | yesNo ;

number : sign='-'? NUMBER ;

yesNo : YES | NO ;

// Words that mean something in one place only may be names elsewhere.
name : NAME | UNIT | STEP | RISK | EQUITY | VOLATILITY | BAR | BARS ;

// After a dot stands an output, or a function of another language ("ta.rsi(close, 14)"), for which the right word is named.
member : name ( open='(' ( expression ( ',' expression )* )? ')' )? ;

expression
    : primary                                                        # leaf
    | expression '[' expression ']'                                  # ago
    | expression '.' member                                          # output
    | '-' expression                                                 # negative
    | expression sign=( '*' | '/' | '%' ) expression                      # binary
    | expression sign=( '+' | '-' ) expression                            # binary
    | expression sign=( '<' | '<=' | '>' | '>=' ) expression              # binary
    | expression sign=( '==' | '!=' ) expression                          # binary
    | NOT expression                                                 # not
    | expression sign=AND expression                                      # binary
    | expression sign=OR expression                                       # binary
    | <assoc=right> expression '?' expression ':' expression         # choice
    ;

primary
    : NUMBER                                                         # numberValue
    | TEXT                                                           # textValue
    | yesNo                                                          # yesNoValue
    | STOP                                                           # stopValue
    | name ( open='(' ( expression ( ',' expression )* )? ')' )?     # nameOrCall
    | '(' expression ')'                                             # group
    ;

STRATEGY : 'strategy' ;
INPUT : 'input' ;
REQUIRE : 'require' ;
ENTER : 'enter' ;
EXIT : 'exit' ;
STOP : 'stop' ;
TARGET : 'target' ;
TRAIL : 'trail' ;
BREAKEVEN : 'breakeven' ;
SIZE : 'size' ;
LONG : 'long' ;
SHORT : 'short' ;
WHEN : 'when' ;
AFTER : 'after' ;
AT : 'at' ;
FOLLOWING : 'following' ;
IN : 'in' ;
STEP : 'step' ;
UNIT : 'unit' ;
RISK : 'risk' ;
EQUITY : 'equity' ;
VOLATILITY : 'volatility' ;
BAR : 'bar' ;
BARS : 'bars' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
YES : 'yes' | 'true' ;
NO : 'no' | 'false' ;

ASSIGN : '=' ;
EQUAL : '==' ;
NOT_EQUAL : '!=' ;
AT_MOST : '<=' ;
AT_LEAST : '>=' ;
LESS : '<' ;
GREATER : '>' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
DIVIDE : '/' ;
PERCENT : '%' ;
QUESTION : '?' ;
COLON : ':' ;
COMMA : ',' ;
RANGE : '..' ;
DOT : '.' ;
OPEN : '(' ;
CLOSE : ')' ;
OPEN_LIST : '[' ;
CLOSE_LIST : ']' ;

// A percent sign that belongs to the number is joined to it on the tokens: "2% * close" and "7%3" differ by what follows.
NUMBER : DIGITS ( '.' DIGITS )? ( [eE] [+-]? DIGITS )? ;
// Letters and digits beyond ASCII come as U+0001 and U+0002: see TextStream.
NAME : LETTER ( LETTER | [0-9\u0002] )* ;
TEXT : '"' ~["\r\n]* '"' ;

COMMENT : ( '//' | '#' ) ~[\r\n]* -> skip ;
LINE_END : '\r'? '\n' | '\r' ;
SPACE : [ \t\f\u00A0\uFEFF]+ -> skip ;

// What other languages write; found here so that the right word can be named.
FOREIGN
    : '&&' | '||' | ':=' | '<>' | '=<' | '=>' | '=!' | '===' | '!==' | '**' | '+=' | '-=' | '*=' | '/=' | '++' | '--' | '->'
    | '&' | '|' | '!' | '^' | ';' | '{' | '}' | '$' | '@' | '~' | '\\' | '…' | '×' | '÷' | '−' | '≤' | '≥' | '≠'
    ;
SINGLE_QUOTED : '\'' ~['\r\n]* '\'' | [“”„«»‘’] ~[“”„«»‘’"'\r\n]* [“”„«»‘’] ;
OPEN_TEXT : '"' ~["\r\n]* ;
WRONG_NUMBER : DIGITS LETTER ( LETTER | [0-9\u0002] )* | '.' DIGITS ;
UNKNOWN : . ;

fragment DIGITS : [0-9] ( [0-9_]* [0-9] )? ;
fragment LETTER : [a-zA-Z_\u0001] ;
